using System.Globalization;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Attendance;

/// <summary>The attended share of a session, 0.00 to 100.00 per cent; the default value is 0.</summary>
public readonly record struct AttendancePercentage : IComparable<AttendancePercentage>
{
    private AttendancePercentage(decimal value) => Value = value;

    /// <summary>Per cent, with two decimal places.</summary>
    public decimal Value { get; }

    /// <summary>A stored percentage.</summary>
    /// <exception cref="DomainException">Not 0 to 100 with at most two places (<c>invalid_percentage</c>).</exception>
    public static AttendancePercentage Of(decimal value) => value is >= 0 and <= 100 && decimal.Round(value, 2) == value
        ? new AttendancePercentage(value)
        : throw DomainException.Invalid("invalid_percentage", $"{value} is not a percentage of 0.00 to 100.00.");

    /// <summary>The share of a session that somebody attended: cut to two places, never rounded up, at most 100.</summary>
    /// <param name="attendedSeconds">Seconds in the room, not negative.</param>
    /// <param name="durationSeconds">The scheduled length in seconds, positive.</param>
    public static AttendancePercentage Of(int attendedSeconds, int durationSeconds)
    {
        var hundredths = (long)attendedSeconds * 10_000 / durationSeconds;
        return new AttendancePercentage(Math.Min(hundredths, 10_000) / 100m);
    }

    /// <inheritdoc/>
    public int CompareTo(AttendancePercentage other) => Value.CompareTo(other.Value);

    /// <summary>As people write it: 50, 33.33.</summary>
    public override string ToString() => Value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Less.</summary>
    public static bool operator <(AttendancePercentage left, AttendancePercentage right) => left.Value < right.Value;

    /// <summary>More.</summary>
    public static bool operator >(AttendancePercentage left, AttendancePercentage right) => left.Value > right.Value;

    /// <summary>Not more.</summary>
    public static bool operator <=(AttendancePercentage left, AttendancePercentage right) => left.Value <= right.Value;

    /// <summary>Not less.</summary>
    public static bool operator >=(AttendancePercentage left, AttendancePercentage right) => left.Value >= right.Value;
}
