namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Where LiveKit is, and the keys we share with it (<c>LiveKit:*</c>).</summary>
public sealed class LiveKitOptions
{
    /// <summary>The server that clients connect to: ws:// or wss://.</summary>
    public string Url { get; set; } = "";

    /// <summary>Secrets by API key; several while keys are changed.</summary>
    public Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>What we sign with ourselves: the first key by name, so that it is the same one on every server.</summary>
    internal KeyValuePair<string, string> Signer => Keys.OrderBy(pair => pair.Key, StringComparer.Ordinal).First();

    /// <summary>A key that was set to nothing is no key: with an empty secret anybody could sign.</summary>
    internal void DropEmptyKeys()
    {
        foreach (var (key, secret) in Keys)
        {
            if (string.IsNullOrEmpty(secret))
            {
                Keys.Remove(key);
            }
        }
    }
}
