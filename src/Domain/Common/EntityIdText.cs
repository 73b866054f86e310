namespace TalkConnect.Domain.Common;

/// <summary>What text may be an id: the platform's own (<c>123</c>, <c>user_456</c>) and ours (UUIDv7).</summary>
public static class EntityIdText
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 36;

    /// <summary>Whether the text can be an id.</summary>
    /// <remarks>
    /// <c>#</c> is refused because a LiveKit client may join a second time as <c>identity#anything</c>,
    /// <c>/</c> and white space because ids stand in URLs and room names.
    /// </remarks>
    public static bool IsValid(string? value) =>
        value is { Length: >= 1 and <= MaxLength } && value.All(character => character is > ' ' and < (char)127 and not '#' and not '/');

    /// <summary>The text, checked.</summary>
    /// <exception cref="DomainException">The text is no id (<c>invalid_id</c>).</exception>
    public static string Check(string? value, string field = "id") => IsValid(value)
        ? value!
        : throw DomainException.Invalid(
            "invalid_id", $"An id has 1 to {MaxLength} visible ASCII characters, without '#', '/' and spaces.", field);
}
