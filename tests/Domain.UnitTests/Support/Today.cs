using System.Globalization;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>Times on the day on which everything here happens.</summary>
internal static class Today
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>That time of the day: 10:05 or 10:05:30.</summary>
    public static DateTimeOffset At(string time) => Midnight + TimeSpan.Parse(time, CultureInfo.InvariantCulture);
}
