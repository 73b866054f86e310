using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Users;

/// <summary>Names a person; it is also that person's identity in LiveKit and the <c>sub</c> of their token.</summary>
public readonly record struct UserId : IEntityId<UserId>
{
    private UserId(string value) => Value = value;

    /// <inheritdoc/>
    public string Value { get; }

    /// <inheritdoc/>
    public static UserId From(string value) => new(EntityIdText.Check(value));

    /// <inheritdoc/>
    public int CompareTo(UserId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj is UserId other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Before it in the order of ids, in which rows are locked where they are.</summary>
    public static bool operator <(UserId left, UserId right) => left.CompareTo(right) < 0;

    /// <summary>After it in the order of ids.</summary>
    public static bool operator >(UserId left, UserId right) => left.CompareTo(right) > 0;

    /// <summary>Before it or the same.</summary>
    public static bool operator <=(UserId left, UserId right) => left.CompareTo(right) <= 0;

    /// <summary>After it or the same.</summary>
    public static bool operator >=(UserId left, UserId right) => left.CompareTo(right) >= 0;
}
