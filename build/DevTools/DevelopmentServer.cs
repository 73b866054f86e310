namespace TalkConnect.DevTools;

/// <summary>
/// Where a server under development listens and what it signs with: what the environment says (the same variables that the server reads),
/// otherwise what a server in Development takes where nothing is set.
/// </summary>
internal static class DevelopmentServer
{
    private const string LiveKitKeys = "LiveKit__Keys__";

    /// <summary>How a server says that it listens on every address; a client has to name one.</summary>
    private static readonly string[] AnyAddress = ["//+", "//*", "//0.0.0.0", "//[::]"];

    public static string SigningKey => Setting("Jwt__SigningKey") ?? "talkconnect-development-signing-key-not-for-production";

    /// <summary>The first by name of the keys that are set; where none is, the one that a server in Development has then.</summary>
    public static string LiveKitKey => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith(LiveKitKeys, StringComparison.Ordinal) && Setting(name) is not null)
        .Select(name => name[LiveKitKeys.Length..])
        .Order(StringComparer.Ordinal)
        .FirstOrDefault("devkey");

    public static string? Issuer => Setting("Jwt__Issuer");

    public static string? Audience => Setting("Jwt__Audience");

    public static string LiveKitSecret(string key) => Setting(LiveKitKeys + key) ?? "secret";

    /// <summary>The given address, otherwise the first one of ASPNETCORE_URLS, ending with a slash so that paths can be appended.</summary>
    public static Uri BaseAddress(string? given)
    {
        var listening = given ?? (Setting("ASPNETCORE_URLS") ?? "http://127.0.0.1:5080").Split(';')[0].Trim();
        var text = AnyAddress.Aggregate(listening, (url, any) => url.Replace(any, "//127.0.0.1", StringComparison.Ordinal));
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"'{text}' is not an http address.");
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
