using System.Text.Json;

namespace TalkConnect.Domain.Common;

/// <summary>Words on the wire and in columns are lower snake_case: <c>payment_release</c>.</summary>
public static class Words
{
    /// <summary>The word for a value.</summary>
    public static string Word<TEnum>(this TEnum value)
        where TEnum : struct, Enum => WordsOf<TEnum>.ByValue[value];

    /// <summary>The value for a word, or null when there is none.</summary>
    public static TEnum? Parse<TEnum>(string? word)
        where TEnum : struct, Enum => word is not null && WordsOf<TEnum>.ByWord.TryGetValue(word, out var value) ? value : null;

    /// <summary>All words of a kind, in their order.</summary>
    public static IReadOnlyCollection<string> All<TEnum>()
        where TEnum : struct, Enum => WordsOf<TEnum>.ByWord.Keys;

    private static class WordsOf<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, TEnum> ByWord =
            ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
