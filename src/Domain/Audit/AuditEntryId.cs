using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Audit;

/// <summary>Names one entry of the audit trail.</summary>
public readonly record struct AuditEntryId : IEntityId<AuditEntryId>
{
    private AuditEntryId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static AuditEntryId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(AuditEntryId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is AuditEntryId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) >= 0;
}
