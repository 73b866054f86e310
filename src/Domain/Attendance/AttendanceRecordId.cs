using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Attendance;

/// <summary>Names one person's attendance of one session.</summary>
public readonly record struct AttendanceRecordId : IEntityId<AttendanceRecordId>
{
    private AttendanceRecordId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static AttendanceRecordId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(AttendanceRecordId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is AttendanceRecordId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(AttendanceRecordId left, AttendanceRecordId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(AttendanceRecordId left, AttendanceRecordId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(AttendanceRecordId left, AttendanceRecordId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(AttendanceRecordId left, AttendanceRecordId right) => left.CompareTo(right) >= 0;
}
