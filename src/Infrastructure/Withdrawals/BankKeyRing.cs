using System.Security.Cryptography;

namespace TalkConnect.Infrastructure.Withdrawals;

/// <summary>The keys of bank data (<c>BankData:Keys:{id}</c>): the newest one writes, all of them read.</summary>
public sealed class BankKeyRing
{
    /// <summary>AES-256: the length of a key in bytes.</summary>
    public const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> _keys;

    private BankKeyRing(string newest, Dictionary<string, byte[]> keys, byte[] fingerprintKey)
    {
        Newest = newest;
        _keys = keys;
        FingerprintKey = fingerprintKey;
    }

    /// <summary>The id of the key that writes.</summary>
    public string Newest { get; }

    /// <summary>A key for fingerprints; it stays the same as long as the oldest key does.</summary>
    public byte[] FingerprintKey { get; }

    /// <summary>A ring of keys in base64, the oldest first.</summary>
    /// <exception cref="InvalidOperationException">There is none, or one is not 32 bytes in base64.</exception>
    public static BankKeyRing Of(IReadOnlyList<KeyValuePair<string, string>> oldestFirst)
    {
        if (oldestFirst.Count == 0)
        {
            throw new InvalidOperationException(
                "Set BankData:Keys:{id} to a key of 32 bytes in base64 (openssl rand -base64 32): without one no bank data can be kept.");
        }

        var keys = oldestFirst.ToDictionary(key => key.Key, key => Decode(key.Key, key.Value), StringComparer.Ordinal);
        var fingerprints = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys[oldestFirst[0].Key], KeyBytes, info: "fingerprint"u8.ToArray());
        return new BankKeyRing(oldestFirst[^1].Key, keys, fingerprints);
    }

    /// <summary>The key with that id; null when it is not configured.</summary>
    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    private static byte[] Decode(string id, string text)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == KeyBytes
            ? bytes
            : throw new InvalidOperationException($"BankData:Keys:{id} must be {KeyBytes} bytes in base64 (openssl rand -base64 32).");
    }
}
