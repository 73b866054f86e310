using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>Names one withdrawal.</summary>
public readonly record struct WithdrawalId : IEntityId<WithdrawalId>
{
    private WithdrawalId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static WithdrawalId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(WithdrawalId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is WithdrawalId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(WithdrawalId left, WithdrawalId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(WithdrawalId left, WithdrawalId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(WithdrawalId left, WithdrawalId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(WithdrawalId left, WithdrawalId right) => left.CompareTo(right) >= 0;
}
