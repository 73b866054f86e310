using System.Security.Cryptography;
using System.Text;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>The <c>Idempotency-Key</c> header, with what it stands for.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";

    /// <summary>The caller's key for this request; null when there is none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="body">The body as it was read, so that 70 and 70.00 are the same request.</param>
    public static IdempotencyKey? Key<TBody>(HttpContext context, TBody body)
    {
        if (!context.Request.Headers.TryGetValue(Name, out var values))
        {
            return null;
        }

        // The draft standard writes the key in quotes; most callers do not.
        var key = values.ToString() is ['"', .. var quoted, '"'] ? quoted : values.ToString();
        if (values.Count != 1 || key.Length is 0 or > IdempotencyKey.MaxLength || key.Any(character => character is < ' ' or > '~') || key != key.Trim())
        {
            context.RequestServices.GetRequiredService<InputErrors>()
                .Add(Name, $"{Name} must be one key of 1 to {IdempotencyKey.MaxLength} visible ASCII characters.");
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WireJson.WriteCanonical(body))));
        return new IdempotencyKey(context.User.Actor().Id, Route(context), key, hash);
    }

    /// <summary>The route with its values: a key for one user's deposit says nothing of another's.</summary>
    private static string Route(HttpContext context)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path.Value;
        return $"{context.Request.Method} {pattern} {string.Join(' ', context.Request.RouteValues.Select(pair => $"{pair.Key}={pair.Value}"))}";
    }
}
