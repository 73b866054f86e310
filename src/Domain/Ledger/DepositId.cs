using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Ledger;

/// <summary>Names one deposit of money from outside.</summary>
public readonly record struct DepositId : IEntityId<DepositId>
{
    private DepositId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static DepositId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(DepositId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is DepositId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(DepositId left, DepositId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(DepositId left, DepositId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(DepositId left, DepositId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(DepositId left, DepositId right) => left.CompareTo(right) >= 0;
}
