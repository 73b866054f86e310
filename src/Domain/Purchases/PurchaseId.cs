using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Purchases;

/// <summary>Names a student's place in a session.</summary>
public readonly record struct PurchaseId : IEntityId<PurchaseId>
{
    private PurchaseId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static PurchaseId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(PurchaseId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is PurchaseId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(PurchaseId left, PurchaseId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(PurchaseId left, PurchaseId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(PurchaseId left, PurchaseId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(PurchaseId left, PurchaseId right) => left.CompareTo(right) >= 0;
}
