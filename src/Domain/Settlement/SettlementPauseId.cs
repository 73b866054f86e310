using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>Names a run that was stopped.</summary>
public readonly record struct SettlementPauseId : IEntityId<SettlementPauseId>
{
    private SettlementPauseId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static SettlementPauseId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(SettlementPauseId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is SettlementPauseId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(SettlementPauseId left, SettlementPauseId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(SettlementPauseId left, SettlementPauseId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(SettlementPauseId left, SettlementPauseId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(SettlementPauseId left, SettlementPauseId right) => left.CompareTo(right) >= 0;
}
