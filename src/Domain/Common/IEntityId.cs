namespace TalkConnect.Domain.Common;

/// <summary>An opaque id of one kind of thing: text of 1 to 36 characters, as <see cref="EntityIdText"/> allows.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IEntityId<TSelf> : IComparable<TSelf>, IComparable
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The id as it is stored and sent.</summary>
    string Value { get; }

    /// <summary>The id with this text.</summary>
    /// <exception cref="DomainException">The text is no id (<c>invalid_id</c>).</exception>
    static abstract TSelf From(string value);
}
