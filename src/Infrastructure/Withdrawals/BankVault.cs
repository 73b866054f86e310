using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TalkConnect.Application.Common;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Infrastructure.Withdrawals;

/// <summary>
/// AES-256-GCM. What a ciphertext belongs to is part of its tag, so it opens in no other row and for no other person.
/// Kept are nonce, tag and ciphertext, in this order.
/// </summary>
internal sealed class BankVault(BankKeyRing keys) : IBankVault
{
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public SealedBankAccount Seal(BankAccount account, WithdrawalId withdrawal, UserId owner)
    {
        var plain = Encoding.UTF8.GetBytes(WireJson.Write(new BankAccountInput
        {
            BankName = account.BankName,
            AccountNumber = account.AccountNumber,
            AccountName = account.AccountName,
            Branch = account.Branch,
            SwiftCode = account.SwiftCode,
        }));
        var data = new byte[NonceBytes + TagBytes + plain.Length];
        var (nonce, tag, cipher) = Parts(data);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Find(keys.Newest)!, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Belongs(withdrawal, owner));
        return new SealedBankAccount(keys.Newest, Convert.ToBase64String(data));
    }

    public BankAccount Open(SealedBankAccount account, WithdrawalId withdrawal, UserId owner)
    {
        var key = keys.Find(account.Key) ?? throw new BankDataUnreadableException(
            $"The bank data of withdrawal {withdrawal} was encrypted with the key '{account.Key}', which is not configured. "
            + $"Set BankData:Keys:{account.Key} again; nothing was lost and nothing was changed.");
        try
        {
            var data = Convert.FromBase64String(account.Data);
            var (nonce, tag, cipher) = Parts(data);
            var plain = new byte[cipher.Length];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(nonce, cipher, tag, plain, Belongs(withdrawal, owner));
            var typed = WireJson.Read<BankAccountInput>(Encoding.UTF8.GetString(plain));
            return BankAccount.Of(typed.BankName, typed.AccountNumber, typed.AccountName, typed.Branch, typed.SwiftCode);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException or JsonException or DomainException)
        {
            throw new BankDataUnreadableException(
                $"The bank data of withdrawal {withdrawal} cannot be decrypted with the key '{account.Key}': the key is another one, "
                + "or the data was changed or belongs to another withdrawal. Nothing was changed.");
        }
    }

    public bool IsCurrent(SealedBankAccount account) => account.Key == keys.Newest;

    public string Fingerprint(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.FingerprintKey, Encoding.UTF8.GetBytes(text)));

    private static Parcel Parts(Span<byte> data) =>
        new(data[..NonceBytes], data[NonceBytes..(NonceBytes + TagBytes)], data[(NonceBytes + TagBytes)..]);

    /// <summary>Table, row and owner; none of the ids can have a slash.</summary>
    private static byte[] Belongs(WithdrawalId withdrawal, UserId owner) => Encoding.ASCII.GetBytes($"withdrawals/{withdrawal}/{owner}");

    private readonly ref struct Parcel(Span<byte> nonce, Span<byte> tag, Span<byte> cipher)
    {
        private readonly Span<byte> _nonce = nonce;
        private readonly Span<byte> _tag = tag;
        private readonly Span<byte> _cipher = cipher;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
        {
            nonce = _nonce;
            tag = _tag;
            cipher = _cipher;
        }
    }
}
