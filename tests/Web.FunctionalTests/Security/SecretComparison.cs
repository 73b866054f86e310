using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>
/// Finds code that compares a secret in a way that ends sooner the sooner a difference comes: how long it takes then tells
/// how much of a guess was right.
/// </summary>
public static partial class SecretComparison
{
    private static readonly HashSet<string> Ordinary =
    [
        "op_Equality", "op_Inequality", "Equals", "SequenceEqual", "SequenceCompareTo", "Compare", "CompareOrdinal", "CompareTo", "CommonPrefixLength",
        "IndexOf", "StartsWith", "EndsWith", "Contains",
    ];

    /// <summary>Every method that a type and the types that the compiler put into it have.</summary>
    public static IReadOnlyList<MethodBase> MethodsOf(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .OfType<MethodBase>()
            .Where(method => method.GetMethodBody() is not null),
    ];

    /// <summary>Whether a method computes a signature with a shared secret.</summary>
    public static bool Signs(MethodBase method) => IlCalls.Of(method).Any(call =>
        call.Method.DeclaringType is { Namespace: "System.Security.Cryptography" } type && (type.Name.StartsWith("HMAC", StringComparison.Ordinal) || type.Name.StartsWith("Kmac", StringComparison.Ordinal)));

    /// <summary>Whether a method compares in a time that does not depend on where the first difference is.</summary>
    public static bool ComparesInFixedTime(MethodBase method) => IlCalls.Of(method).Any(call =>
        call.Method.DeclaringType == typeof(CryptographicOperations) && call.Method.Name == nameof(CryptographicOperations.FixedTimeEquals));

    /// <summary>
    /// The methods that compare in the ordinary way where secrets are: in a method that signs, in a type that compares in
    /// fixed time elsewhere, or with something secret among the parameters. A comparison with a text that stands in the code
    /// is none of secrets.
    /// </summary>
    public static IReadOnlyList<string> Careless(IReadOnlyList<MethodBase> methods)
    {
        var secretive = methods.Where(ComparesInFixedTime).Select(method => Outermost(method.DeclaringType!)).ToHashSet();
        return
        [
            .. methods.Where(method => Signs(method) || secretive.Contains(Outermost(method.DeclaringType!)) || method.GetParameters().Any(IsSecret))
                .SelectMany(IlCalls.Of, (method, call) => (method, call))
                .Where(found => Ordinary.Contains(found.call.Method.Name) && !found.call.HasLiteral && ComparesText(found.call.Method))
                .Select(found => $"{Name(found.method)} calls {found.call.Method.DeclaringType!.Name}.{found.call.Method.Name}")
                .Distinct(),
        ];
    }

    public static string Name(MethodBase method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Whether text or bytes are compared, not numbers or kinds.</summary>
    private static bool ComparesText(MethodBase method)
    {
        Type[] compared = method.IsStatic ? [.. method.GetParameters().Select(parameter => parameter.ParameterType)] : [method.DeclaringType!];
        return compared.Any(type => type == typeof(string) || type == typeof(object) || type.IsArray || type.IsGenericType);
    }

    private static bool IsSecret(ParameterInfo parameter) => parameter.Name is { } name && SecretName().IsMatch(name);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer && !outer.Name.EndsWith("Tests", StringComparison.Ordinal) ? Outermost(outer) : type;

    [GeneratedRegex("^(secret|signature|mac|hmac|digest|hash|apiKey|signingKey|password)$|(Secret|Signature|Mac|Digest|SigningKey|ApiKey)$")]
    private static partial Regex SecretName();
}
