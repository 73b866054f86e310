using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Settlement;

/// <summary>Which holds would have settled at another time if money waited for another while.</summary>
/// <param name="period">How long it would have waited.</param>
/// <param name="today">How long it waits today.</param>
public sealed class HoldPeriodShift(TimeSpan period, SessionTiming today)
{
    private readonly SessionTiming _timing = today with { HoldPeriod = period };

    /// <summary>How much longer that is than today; negative where it is shorter.</summary>
    public TimeSpan LongerBy { get; } = period - today.HoldPeriod;

    /// <summary>Holds that would not have been due yet when they were settled.</summary>
    public HoldSum Later { get; private set; } = HoldSum.None;

    /// <summary>Holds that would have been due before they were.</summary>
    public HoldSum Sooner { get; private set; } = HoldSum.None;

    /// <summary>Looks at one more hold.</summary>
    internal void Take(SettledHold hold)
    {
        var due = _timing.DueAfter(hold.OverAt);
        if (due > hold.SettledAt)
        {
            Later = Later.With(hold.Amount);
        }
        else if (due < hold.DueAt)
        {
            Sooner = Sooner.With(hold.Amount);
        }
    }
}

/// <summary>Some holds and their money.</summary>
/// <param name="Holds">How many.</param>
/// <param name="Amount">How much.</param>
public sealed record HoldSum(int Holds, Money Amount)
{
    /// <summary>No hold.</summary>
    public static readonly HoldSum None = new(0, Money.Zero);

    /// <summary>One more of them.</summary>
    internal HoldSum With(Money amount) => new(Holds + 1, Amount + amount);
}
