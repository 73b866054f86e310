namespace TalkConnect.Application.Common;

/// <summary>What could not be read of a request's body, by field; the validators add what is wrong with the rest.</summary>
public sealed class InputErrors
{
    private readonly List<KeyValuePair<string, string>> _errors = [];

    /// <summary>Field and text, in the order in which they were found.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _errors;

    /// <summary>Whether nothing at all could be read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Notes that the body could not be read at all.</summary>
    /// <param name="text">What is wrong, and what would be right.</param>
    public void AddUnreadable(string text)
    {
        IsComplete = true;
        _errors.Clear();
        Add("body", text);
    }

    /// <summary>Notes an error.</summary>
    /// <param name="field">The field's name on the wire.</param>
    /// <param name="text">What is wrong, and what would be right.</param>
    public void Add(string field, string text) => _errors.Add(new(field, text));
}

/// <summary>The request is malformed: every field that is wrong, with what is wrong with it.</summary>
/// <param name="errors">Texts by the field's name on the wire.</param>
public sealed class InvalidInputException(IReadOnlyDictionary<string, string[]> errors) : Exception("The request is not valid.")
{
    /// <summary>Texts by the field's name on the wire.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
