using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Ledger;

/// <summary>Names one credit or debit that an admin made.</summary>
public readonly record struct AdjustmentId : IEntityId<AdjustmentId>
{
    private AdjustmentId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static AdjustmentId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(AdjustmentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is AdjustmentId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(AdjustmentId left, AdjustmentId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(AdjustmentId left, AdjustmentId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(AdjustmentId left, AdjustmentId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(AdjustmentId left, AdjustmentId right) => left.CompareTo(right) >= 0;
}
