using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Attendance;

/// <summary>The share of a session from which on somebody counts as having attended it.</summary>
public sealed record AttendanceThreshold
{
    private AttendanceThreshold(decimal percent) => Percent = percent;

    /// <summary>Per cent, 0.00 to 100.00 (<c>Attendance:ThresholdPercent</c>).</summary>
    public decimal Percent { get; }

    /// <summary>A threshold.</summary>
    /// <exception cref="DomainException">Not 0 to 100 with at most two places (<c>invalid_percentage</c>).</exception>
    public static AttendanceThreshold Of(decimal percent) => new(AttendancePercentage.Of(percent).Value);

    /// <summary>The fewest whole seconds that reach the threshold.</summary>
    /// <param name="durationSeconds">The scheduled length in seconds.</param>
    public int RequiredSeconds(int durationSeconds) => (int)Math.Ceiling(durationSeconds * Percent / 100m);

    /// <summary>Whether the attendance is enough: exactly the threshold is.</summary>
    public bool IsMetBy(AttendancePercentage percentage) => percentage.Value >= Percent;
}
