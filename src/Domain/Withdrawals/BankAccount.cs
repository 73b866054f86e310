using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>Where a bank is to send money. It is personal: nothing but an admin's detail view ever shows all of it.</summary>
public sealed record BankAccount
{
    /// <summary>The longest name of a bank, branch or account holder, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The longest account number, in characters; an IBAN has at most 34, and people group its digits.</summary>
    public const int MaxNumberLength = 42;

    private const int ShortestNumber = 6;
    private const int LongestNumber = 34;
    private const int Shown = 4;

    private BankAccount(string bankName, string accountNumber, string accountName, string? branch, string? swiftCode)
    {
        BankName = bankName;
        AccountNumber = accountNumber;
        AccountName = accountName;
        Branch = branch;
        SwiftCode = swiftCode;
    }

    /// <summary>The bank.</summary>
    public string BankName { get; }

    /// <summary>The account's number, as it was given.</summary>
    public string AccountNumber { get; }

    /// <summary>Whose account it is.</summary>
    public string AccountName { get; }

    /// <summary>The branch; null where there is none to name.</summary>
    public string? Branch { get; }

    /// <summary>The bank's BIC in capitals; null where it is not needed.</summary>
    public string? SwiftCode { get; }

    /// <summary>The number as it may be shown: <c>••••1234</c>.</summary>
    public string MaskedNumber => "••••" + new string([.. AccountNumber.Where(char.IsAsciiLetterOrDigit).TakeLast(Shown)]);

    /// <summary>An account with these particulars.</summary>
    /// <exception cref="DomainException">One of them cannot be (<c>invalid_bank_account</c>).</exception>
    public static BankAccount Of(string? bankName, string? accountNumber, string? accountName, string? branch, string? swiftCode)
    {
        var wrong = !IsName(bankName) ? "bank_name"
            : !IsNumber(accountNumber) ? "account_number"
            : !IsName(accountName) ? "account_name"
            : branch is not null && !IsName(branch) ? "branch"
            : swiftCode is not null && !IsSwiftCode(swiftCode) ? "swift_code"
            : null;
        return wrong is null
            ? new BankAccount(bankName!, accountNumber!, accountName!, branch, swiftCode?.ToUpperInvariant())
            : throw DomainException.Invalid("invalid_bank_account", $"{wrong} cannot be that of a bank account.", $"bank_account_info.{wrong}");
    }

    /// <summary>Whether the text can name a bank, a branch or an account holder.</summary>
    public static bool IsName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxNameLength && !text.Any(char.IsControl);

    /// <summary>Whether the text can be an account number: 6 to 34 letters and digits, which spaces and hyphens may group.</summary>
    public static bool IsNumber(string? text) =>
        text is { Length: <= MaxNumberLength }
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-')
        && text.Count(char.IsAsciiLetterOrDigit) is >= ShortestNumber and <= LongestNumber
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1]);

    /// <summary>Whether the text can be a BIC (ISO 9362): bank, country, place and perhaps a branch, 8 or 11 characters.</summary>
    public static bool IsSwiftCode(string? text) =>
        text is { Length: 8 or 11 } && text[..6].All(char.IsAsciiLetter) && text[6..].All(char.IsAsciiLetterOrDigit);

    /// <summary>Says nothing of what is personal, wherever it may be printed.</summary>
    public override string ToString() => MaskedNumber;
}
