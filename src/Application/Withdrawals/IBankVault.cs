using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>Encrypts bank accounts, so that they can be read with a key only, and only where they belong.</summary>
public interface IBankVault
{
    /// <summary>Encrypts an account under the newest key, for that withdrawal of that person.</summary>
    SealedBankAccount Seal(BankAccount account, WithdrawalId withdrawal, UserId owner);

    /// <summary>Reads an account that was sealed for that withdrawal of that person.</summary>
    /// <exception cref="BankDataUnreadableException">Its key is not there, or it was sealed for something else.</exception>
    BankAccount Open(SealedBankAccount account, WithdrawalId withdrawal, UserId owner);

    /// <summary>Whether it was sealed under the newest key.</summary>
    bool IsCurrent(SealedBankAccount account);

    /// <summary>Text that is the same for the same account, and from which nobody without a key can guess it.</summary>
    string Fingerprint(string text);
}

/// <summary>Bank data cannot be decrypted. Nothing is lost: with its key it can be.</summary>
/// <param name="message">What is missing, and what to do.</param>
public sealed class BankDataUnreadableException(string message) : Exception(message);
