using Microsoft.Extensions.Time.Testing;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>The time that the application sees. Only the time of day stands still: whoever waits for a moment really waits.</summary>
public sealed class SettableClock : TimeProvider
{
    /// <summary>When every test begins: a Monday.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);

    public DateTimeOffset Now
    {
        get => _time.GetUtcNow();
        set => _time.AdjustTime(value);
    }

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();
}
