namespace TalkConnect.Domain.Common;

/// <summary>What kind of "no" a broken rule is; the web layer turns it into a status code.</summary>
public enum ErrorKind
{
    /// <summary>The value can never be right, whatever the state.</summary>
    Invalid,

    /// <summary>There is nothing under that id, or nothing that this person may know of.</summary>
    NotFound,

    /// <summary>The thing is there, but not for this person.</summary>
    Forbidden,

    /// <summary>The value is right, but not in the state that the aggregate is in.</summary>
    Conflict,

    /// <summary>The key of the request was used for another request.</summary>
    KeyReused,
}

/// <summary>A broken rule. Its <see cref="Code"/> is part of the API and never changes.</summary>
public sealed class DomainException : Exception
{
    private DomainException(ErrorKind kind, string code, string message, string? field)
        : base(message)
    {
        Kind = kind;
        Code = code;
        Field = field;
    }

    /// <summary>What kind of rule was broken.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The stable name of the error, in snake_case.</summary>
    public string Code { get; }

    /// <summary>The input that is wrong, where one can be named; only with <see cref="ErrorKind.Invalid"/>.</summary>
    public string? Field { get; }

    /// <summary>The input is wrong.</summary>
    public static DomainException Invalid(string code, string message, string? field = null) =>
        new(ErrorKind.Invalid, code, message, field);

    /// <summary>There is no such thing, or none that the caller may see.</summary>
    public static DomainException NotFound(string code, string message) => new(ErrorKind.NotFound, code, message, null);

    /// <summary>The caller may not do this.</summary>
    public static DomainException Forbidden(string code, string message) => new(ErrorKind.Forbidden, code, message, null);

    /// <summary>The state does not allow it.</summary>
    public static DomainException Conflict(string code, string message) => new(ErrorKind.Conflict, code, message, null);

    /// <summary>An idempotency key came again with another request.</summary>
    public static DomainException KeyReused(string code, string message) => new(ErrorKind.KeyReused, code, message, null);
}
