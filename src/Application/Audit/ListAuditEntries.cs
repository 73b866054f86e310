using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Audit;

/// <summary>The audit trail, newest first.</summary>
/// <param name="ActorId">Only what this person did; null for everybody.</param>
/// <param name="Action">Only this; null for everything.</param>
/// <param name="SubjectType">Only what was done to this kind of thing; null for all.</param>
/// <param name="SubjectId">Only what was done to this thing; null for all.</param>
/// <param name="From">Not before then; null for from the beginning.</param>
/// <param name="To">Before then; null for until now.</param>
/// <param name="Page">Which part of it.</param>
public sealed record ListAuditEntries(
    string? ActorId, string? Action, string? SubjectType, string? SubjectId, string? From, string? To, PageRequest Page)
    : IRequest<Page<AuditEntryView>>, IPagedQuery;

/// <summary>Who did what, to which thing, when and from where.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When it was done.</param>
/// <param name="ActorId">Who did it.</param>
/// <param name="ActorRole">The role that their token claimed.</param>
/// <param name="Address">The network address that the request came from.</param>
/// <param name="Action">What was done.</param>
/// <param name="SubjectType">The kind of thing it was done to.</param>
/// <param name="SubjectId">The thing.</param>
/// <param name="Before">The thing before; null where it was not there or did not change.</param>
/// <param name="After">The thing after; null where it did not change.</param>
public sealed record AuditEntryView(
    AuditEntryId Id,
    DateTimeOffset At,
    UserId ActorId,
    UserRole ActorRole,
    string? Address,
    AuditAction Action,
    AuditSubject SubjectType,
    string SubjectId,
    JsonObject? Before,
    JsonObject? After);

internal sealed class ListAuditEntriesValidator : AbstractValidator<ListAuditEntries>
{
    public ListAuditEntriesValidator()
    {
        RuleFor(request => request.ActorId).OptionalId();
        RuleFor(request => request.Action).OptionalWord(default(AuditAction));
        RuleFor(request => request.SubjectType).OptionalWord(default(AuditSubject));
        RuleFor(request => request.SubjectId).OptionalId();
        RuleFor(request => request.From).OptionalTime();
        RuleFor(request => request.To).OptionalTime();
    }
}
