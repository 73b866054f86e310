using System.Globalization;

namespace TalkConnect.Web.Common;

/// <summary>Reads single settings; one that cannot be read stops the start and says what it must look like.</summary>
internal static class SettingValues
{
    public static bool Flag(this IConfiguration configuration, string name, bool otherwise) => configuration[name] is not { Length: > 0 } text
        ? otherwise
        : bool.TryParse(text, out var flag)
            ? flag
            : throw new InvalidOperationException($"{name} is '{text}'. It must be true or false.");

    public static int Whole(this IConfiguration configuration, string name, int otherwise, int least, int most) =>
        configuration[name] is not { Length: > 0 } text
            ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new InvalidOperationException($"{name} is '{text}'. It must be a whole number from {least} to {most}.");

    public static decimal Share(this IConfiguration configuration, string name, decimal otherwise) => configuration[name] is not { Length: > 0 } text
        ? otherwise
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
            ? share
            : throw new InvalidOperationException($"{name} is '{text}'. It must be a number from 0 to 1.");

    /// <summary>A list: one entry under each index, or all of them in one text with commas between.</summary>
    public static IReadOnlyList<string> List(this IConfiguration configuration, string name)
    {
        var section = configuration.GetSection(name);
        return [.. section.GetChildren().Select(entry => entry.Value).Prepend(section.Value).SelectMany(Entries)];
    }

    private static string[] Entries(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
