using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>Names the held money of one purchase.</summary>
public readonly record struct PaymentHoldId : IEntityId<PaymentHoldId>
{
    private PaymentHoldId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static PaymentHoldId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(PaymentHoldId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is PaymentHoldId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(PaymentHoldId left, PaymentHoldId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(PaymentHoldId left, PaymentHoldId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(PaymentHoldId left, PaymentHoldId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(PaymentHoldId left, PaymentHoldId right) => left.CompareTo(right) >= 0;
}
