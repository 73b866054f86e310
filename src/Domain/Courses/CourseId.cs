using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Courses;

/// <summary>Names a course; it is part of the names of its rooms.</summary>
public readonly record struct CourseId : IEntityId<CourseId>
{
    private CourseId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static CourseId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(CourseId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is CourseId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(CourseId left, CourseId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(CourseId left, CourseId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(CourseId left, CourseId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(CourseId left, CourseId right) => left.CompareTo(right) >= 0;
}
