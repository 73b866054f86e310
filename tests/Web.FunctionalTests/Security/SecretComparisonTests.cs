using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Signatures and secrets are compared in fixed time, by what the compiler made of all of the product.</summary>
public sealed class SecretComparisonTests
{
    /// <summary>They make signatures and compare none: one for LiveKit, one that stands for bank data in the hash of a request.</summary>
    private static readonly string[] Signers = ["LiveKitJwt.Sign", "BankVault.Fingerprint"];

    private static readonly IReadOnlyList<MethodBase> Product = SecretComparison.MethodsOf(
        new[] { typeof(Money).Assembly, typeof(IUnitOfWork).Assembly, typeof(TalkConnectDbContext).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes()));

    [Fact]
    public void Whoever_computes_a_signature_compares_it_in_fixed_time()
    {
        var signing = Product.Where(SecretComparison.Signs).ToList();

        signing.Where(method => !SecretComparison.ComparesInFixedTime(method)).Select(SecretComparison.Name).ShouldBe(
            Signers, ignoreOrder: true, "A method that checks a signature must use CryptographicOperations.FixedTimeEquals. One that only makes signatures is listed in Signers.");
        signing.Where(SecretComparison.ComparesInFixedTime).ShouldNotBeEmpty();
    }

    [Fact]
    public void Nobody_compares_a_secret_in_the_ordinary_way() => SecretComparison.Careless(Product).ShouldBeEmpty();

    /// <summary>The bytes of the body are compared with a claim in the same way: who can guess the hash can send another body.</summary>
    [Fact]
    public void The_webhooks_signature_and_its_body_are_both_compared_in_fixed_time() => Product
        .Where(SecretComparison.ComparesInFixedTime)
        .Select(SecretComparison.Name)
        .ShouldBe(["WebhookSignature.IsSigned", "WebhookSignature.IsHashOf"], ignoreOrder: true);

    /// <summary>A rule that cannot fail guards nothing: each of these is known to be wrong, and is seen.</summary>
    [Theory]
    [InlineData(typeof(BySequence), "SequenceEqual")]
    [InlineData(typeof(ByText), "op_Equality")]
    [InlineData(typeof(BySpan), "SequenceEqual")]
    [InlineData(typeof(ByEquals), "Equals")]
    [InlineData(typeof(ByParameter), "op_Equality")]
    [InlineData(typeof(InALambda), "op_Equality")]
    public void These_rules_can_fail(Type careless, string comparison) =>
        SecretComparison.Careless(SecretComparison.MethodsOf([careless, .. careless.GetNestedTypes(BindingFlags.NonPublic)]))
            .ShouldHaveSingleItem().ShouldEndWith($".{comparison}");

    [Fact]
    public void A_comparison_byte_by_byte_is_seen_for_what_is_missing() => SecretComparison.MethodsOf([typeof(ByHand)])
        .Where(method => SecretComparison.Signs(method) && !SecretComparison.ComparesInFixedTime(method))
        .ShouldHaveSingleItem();

    [Fact]
    public void A_careful_comparison_is_none_of_these() => SecretComparison.Careless(SecretComparison.MethodsOf([typeof(Careful)])).ShouldBeEmpty();

    private static byte[] Key => "key"u8.ToArray();

    private static class BySequence
    {
        public static bool Is(byte[] signed, byte[] given) => HMACSHA256.HashData(Key, signed).SequenceEqual(given);
    }

    private static class BySpan
    {
        public static bool Is(byte[] signed, byte[] given) => HMACSHA256.HashData(Key, signed).AsSpan().SequenceEqual(given);
    }

    private static class ByText
    {
        public static bool Is(byte[] signed, string given) => Convert.ToHexString(HMACSHA512.HashData(Key, signed)) == given;
    }

    private static class ByEquals
    {
        public static bool Is(byte[] signed, string given)
        {
            using var hmac = new HMACSHA256(Key);
            return string.Equals(Convert.ToBase64String(hmac.ComputeHash(signed)), given, StringComparison.Ordinal);
        }
    }

    private static class ByParameter
    {
        public static bool Is(string signature, string given) => signature == given;
    }

    private static class InALambda
    {
        public static bool Is(string[] all, byte[] signed) => all.Any(given => Convert.ToHexString(HMACSHA256.HashData(Key, signed)) == given);
    }

    private static class ByHand
    {
        public static bool Is(byte[] signed, byte[] given)
        {
            var right = HMACSHA256.HashData(Key, signed);
            for (var at = 0; at < right.Length; at++)
            {
                if (right[at] != given[at])
                {
                    return false;
                }
            }

            return true;
        }
    }

    private static class Careful
    {
        public static bool Is(byte[] signed, byte[] given, string algorithm) => algorithm == "HS256"
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes("key"), signed), given);
    }
}
