using System.Text.Json;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>What a webhook's token says of itself; what it does not say, or says in another form, is null.</summary>
internal record struct WebhookClaims
{
    public string? Algorithm { get; private set; }

    public string? Issuer { get; private set; }

    public string? BodyHash { get; private set; }

    public double? Expires { get; private set; }

    public double? NotBefore { get; private set; }

    /// <summary>Whether it names a time before which it does not hold, in whatever form.</summary>
    public bool HasNotBefore { get; private set; }

    /// <summary>Reads a part of a token: one JSON object. Of a name that stands there twice the last counts.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static WebhookClaims Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var claims = default(WebhookClaims);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException("A part of the token is no object.");
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            claims.Take(ref reader);
        }

        // Anything behind the object is refused by the reader itself.
        _ = reader.Read();
        return claims;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        reader.Read();
        switch (name)
        {
            case "alg":
                Algorithm = Text(ref reader);
                break;
            case "iss":
                Issuer = Text(ref reader);
                break;
            case "sha256":
                BodyHash = Text(ref reader);
                break;
            case "exp":
                Expires = Number(ref reader);
                break;
            case "nbf":
                HasNotBefore = true;
                NotBefore = Number(ref reader);
                break;
        }

        reader.Skip();
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String ? reader.GetString() : null;

    private static double? Number(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number) ? number : null;
}
