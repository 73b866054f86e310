using System.Security.Cryptography;
using System.Text;

namespace TalkConnect.DevTools.LiveKit;

/// <summary>Ids as LiveKit makes them: a prefix and twelve characters that cannot be mistaken for one another.</summary>
internal static class LiveKitIds
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int Length = 12;

    public static string New(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, Length)}";

    /// <summary>The same id for the same text, so that a join and its leave find each other without being told.</summary>
    public static string From(string prefix, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return $"{prefix}_{string.Concat(hash.Take(Length).Select(value => Alphabet[value % Alphabet.Length]))}";
    }
}
