namespace TalkConnect.Domain.Withdrawals;

/// <summary>A bank account as it is kept: encrypted for one withdrawal of one person, and readable nowhere else.</summary>
/// <param name="Key">The id of the key that opens it.</param>
/// <param name="Data">The ciphertext, in base64.</param>
public sealed record SealedBankAccount(string Key, string Data);
