using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Audit;

internal sealed class ListAuditEntriesHandler(TalkConnectDbContext db) : IRequestHandler<ListAuditEntries, Page<AuditEntryView>>
{
    public async Task<Page<AuditEntryView>> Handle(ListAuditEntries request, CancellationToken cancellationToken)
    {
        var entries = Filtered(request);
        if (request.Page.After is { } after)
        {
            var id = AuditEntryId.From(after.Id);
            entries = entries.Where(entry => entry.At < after.At || (entry.At == after.At && entry.Id.CompareTo(id) < 0));
        }

        var found = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(request.Page.Count + 1).ToListAsync(cancellationToken);
        return Page.Of(found.ConvertAll(View), request, entry => PageCursor.Of(entry.At, entry.Id.Value));
    }

    private IQueryable<AuditEntry> Filtered(ListAuditEntries request)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (request.ActorId is not null)
        {
            var actor = UserId.From(request.ActorId);
            entries = entries.Where(entry => entry.ActorId == actor);
        }

        if (Words.Parse<AuditAction>(request.Action) is { } action)
        {
            entries = entries.Where(entry => entry.Action == action);
        }

        if (Words.Parse<AuditSubject>(request.SubjectType) is { } type)
        {
            entries = entries.Where(entry => entry.SubjectType == type);
        }

        if (request.SubjectId is { } subject)
        {
            entries = entries.Where(entry => entry.SubjectId == subject);
        }

        if (request.From is { } from)
        {
            var earliest = WireJson.TryReadTime(from)!.Value;
            entries = entries.Where(entry => entry.At >= earliest);
        }

        if (request.To is { } to)
        {
            var end = WireJson.TryReadTime(to)!.Value;
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    private static AuditEntryView View(AuditEntry entry) => new(
        entry.Id, entry.At, entry.ActorId, entry.ActorRole, entry.Address, entry.Action, entry.SubjectType, entry.SubjectId,
        Json(entry.Before), Json(entry.After));

    private static JsonObject? Json(string? text) => text is null ? null : (JsonObject)JsonNode.Parse(text)!;
}
