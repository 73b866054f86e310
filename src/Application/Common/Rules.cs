using FluentValidation;
using TalkConnect.Domain.Common;

namespace TalkConnect.Application.Common;

/// <summary>Checks that several requests share.</summary>
internal static class Rules
{
    public static IRuleBuilderOptions<T, decimal?> Amount<T>(this IRuleBuilder<T, decimal?> rule) => rule
        .Must(amount => amount is >= 0.01m && amount <= Money.MaxAmount.Value && decimal.Round(amount.Value, Money.DecimalPlaces) == amount)
        .WithMessage($"{{PropertyName}} must be a number from 0.01 to {Money.MaxAmount} with at most two decimal places.");

    /// <summary>Text of any number of lines, such as a title or a reason.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int maxLength) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && IsPlain(text))
        .WithMessage($"{{PropertyName}} must be text of 1 to {maxLength} characters.");

    /// <summary>Text of one line, such as somebody's name.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int maxLength) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !text.Any(char.IsControl))
        .WithMessage($"{{PropertyName}} must be text of 1 to {maxLength} characters.");

    /// <summary>Text that stands for something outside: databases differ in whether spaces at its ends count.</summary>
    public static IRuleBuilderOptions<T, string?> Name<T>(this IRuleBuilder<T, string?> rule, int maxLength) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !text.Any(char.IsControl) && text == text.Trim())
        .WithMessage($"{{PropertyName}} must be text of 1 to {maxLength} characters without spaces at its ends.");

    public static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule, int maxLength) => rule
        .Must(text => text is null || (text.Length <= maxLength && IsPlain(text)))
        .WithMessage($"{{PropertyName}} must be text of at most {maxLength} characters.");

    /// <summary>Nothing: the member is known, but says something about another request.</summary>
    public static IRuleBuilderOptions<T, string?> OnlyOf<T>(this IRuleBuilder<T, string?> rule, string others) => rule
        .Null()
        .WithMessage($"{{PropertyName}} belongs to {others}; leave it out here.");

    public static IRuleBuilderOptions<T, string?> Id<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(EntityIdText.IsValid)
        .WithMessage($"{{PropertyName}} must be an id of 1 to {EntityIdText.MaxLength} visible ASCII characters without '#' and '/'.");

    public static IRuleBuilderOptions<T, string?> OptionalId<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(id => id is null || EntityIdText.IsValid(id))
        .WithMessage($"{{PropertyName}} must be an id of 1 to {EntityIdText.MaxLength} visible ASCII characters without '#' and '/'.");

    public static IRuleBuilderOptions<T, string?> Word<T, TEnum>(this IRuleBuilder<T, string?> rule, TEnum _)
        where TEnum : struct, Enum => rule
        .Must(word => Words.Parse<TEnum>(word) is not null)
        .WithMessage($"{{PropertyName}} must be one of {string.Join(", ", Words.All<TEnum>())}.");

    public static IRuleBuilderOptions<T, string?> OptionalWord<T, TEnum>(this IRuleBuilder<T, string?> rule, TEnum _)
        where TEnum : struct, Enum => rule
        .Must(word => word is null || Words.Parse<TEnum>(word) is not null)
        .WithMessage($"{{PropertyName}} must be one of {string.Join(", ", Words.All<TEnum>())}.");

    public static IRuleBuilderOptions<T, string?> Time<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is not null && WireJson.TryReadTime(text) is not null)
        .WithMessage("{PropertyName} must be an ISO 8601 time with an offset, such as 2026-03-01T09:30:00Z.");

    public static IRuleBuilderOptions<T, string?> OptionalTime<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || WireJson.TryReadTime(text) is not null)
        .WithMessage("{PropertyName} must be an ISO 8601 time with an offset, such as 2026-03-01T09:30:00Z.");

    /// <summary>Tabs and line ends are part of text; other control characters are for machines.</summary>
    private static bool IsPlain(string text) => !text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n'));
}
