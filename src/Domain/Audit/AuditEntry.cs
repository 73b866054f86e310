using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Audit;

/// <summary>Who did what, to which thing, when and from where. Written in the transaction of the act, and never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaxAddressLength = 45;

    private AuditEntry()
    {
    }

    /// <summary>The entry's id; ids are made in the order of time.</summary>
    public AuditEntryId Id { get; private init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who did it, as their token says; they need not be stored.</summary>
    public UserId ActorId { get; private init; }

    /// <summary>The role that their token claimed.</summary>
    public UserRole ActorRole { get; private init; }

    /// <summary>The network address that the request came from; null where there was none.</summary>
    public string? Address { get; private init; }

    /// <summary>What was done.</summary>
    public AuditAction Action { get; private init; }

    /// <summary>The kind of thing it was done to.</summary>
    public AuditSubject SubjectType { get; private init; }

    /// <summary>The thing it was done to.</summary>
    public string SubjectId { get; private init; } = "";

    /// <summary>The thing before, as JSON without bank data; null where it was not there or did not change.</summary>
    public string? Before { get; private init; }

    /// <summary>The thing after, as JSON without bank data; null where it did not change.</summary>
    public string? After { get; private init; }

    /// <summary>Notes an act.</summary>
    public static AuditEntry Of(AuditEntryId id, AuditActor actor, AuditAct act, DateTimeOffset now) => new()
    {
        Id = id,
        At = now,
        ActorId = actor.Id,
        ActorRole = actor.Role,
        Address = actor.Address,
        Action = act.Action,
        SubjectType = act.SubjectType,
        SubjectId = act.SubjectId,
        Before = act.Before,
        After = act.After,
    };
}

/// <summary>Who acted, and from where.</summary>
/// <param name="Id">The person.</param>
/// <param name="Role">The role that their token claimed.</param>
/// <param name="Address">The network address; null where there was none.</param>
public sealed record AuditActor(UserId Id, UserRole Role, string? Address);

/// <summary>What was done to what.</summary>
/// <param name="Action">What was done.</param>
/// <param name="SubjectType">The kind of thing.</param>
/// <param name="SubjectId">The thing.</param>
/// <param name="Before">The thing before, as JSON; null where it was not there or did not change.</param>
/// <param name="After">The thing after, as JSON; null where it did not change.</param>
public sealed record AuditAct(AuditAction Action, AuditSubject SubjectType, string SubjectId, string? Before, string? After);
