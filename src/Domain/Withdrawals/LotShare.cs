using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>What was used of a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Amount">How much of it.</param>
/// <param name="Remainder">What was left of it then.</param>
/// <param name="IsFurthest">Whether nothing that came in after this lot had been used so far.</param>
public sealed record LotShare(Lot Lot, Money Amount, Money Remainder, bool IsFurthest);

/// <summary>What an earlier withdrawal used of a lot, as it is kept.</summary>
/// <param name="Lot">The line that brought the money.</param>
/// <param name="LotSequence">That line's place in the ledger.</param>
/// <param name="LotAmount">What it brought, net.</param>
/// <param name="Amount">How much of it was used.</param>
public sealed record LotUse(TransactionId Lot, int LotSequence, Money LotAmount, Money Amount);

/// <summary>
/// A place in a ledger after which the lots can be followed without what stands before: all lots before one are used up, and
/// all after it are whole.
/// </summary>
/// <param name="Sequence">The place; what stands after it has still to be followed.</param>
/// <param name="LotSequence">Where that one lot came in.</param>
/// <param name="Used">How much of it is used.</param>
public sealed record LotMark(int Sequence, int LotSequence, Money Used)
{
    /// <summary>The beginning of a ledger.</summary>
    public static LotMark Beginning { get; } = new(0, 0, Money.Zero);

    /// <summary>
    /// How much of the lots from this place on is in use at most, if an amount more is taken: so many of the oldest are enough, because what was given back
    /// is used again before newer ones are.
    /// </summary>
    /// <param name="uses">The lines after this place that use lots or free them, oldest first.</param>
    /// <param name="amount">What is taken after them.</param>
    public Money MostInUse(IEnumerable<LedgerEntry> uses, Money amount)
    {
        var (inUse, most) = (Used, Used);
        foreach (var line in uses)
        {
            inUse -= line.Amount;
            most = inUse > most ? inUse : most;
        }

        return inUse + amount > most ? inUse + amount : most;
    }
}
