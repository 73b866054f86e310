namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>The keys that the application under test shares with LiveKit: those of the vectors, so that they verify.</summary>
public static class LiveKitKeys
{
    public const string Key = "APIvectorOne";
    public const string Secret = "vector-one-secret-0123456789abcdef0123456789";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        [Key] = Secret,
        ["APIvectorTwo"] = "vector-two-secret-fedcba9876543210fedcba9876",
        ["devkey"] = "secret",
    };
}
