namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Something that must hold of every such thing, under the name by which it is reported when it does not.</summary>
/// <param name="Invariant">Its stable name.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Otherwise">What was found instead, and what should be.</param>
internal sealed record Rule<T>(string Invariant, Func<T, bool> Holds, Func<T, FormattableString> Otherwise);
