using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;

namespace TalkConnect.Application.Audit;

/// <summary>Notes what people did, in the transaction in which they did it.</summary>
internal sealed class AuditTrail(IRepository<AuditEntry> entries, Caller caller, IIds ids, TimeProvider clock)
{
    /// <summary>Notes an act of whoever asks.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="subject">The kind of thing it was done to.</param>
    /// <param name="id">The thing.</param>
    /// <param name="before">What is shown of the thing before; null where it was not there or did not change.</param>
    /// <param name="after">What is shown of the thing after; null where it did not change.</param>
    public void Note(AuditAction action, AuditSubject subject, string id, object? before = null, object? after = null)
    {
        if (caller.Actor is { } actor)
        {
            entries.Add(AuditEntry.Of(
                ids.New<AuditEntryId>(),
                new AuditActor(actor.Id, actor.Role, caller.Address),
                new AuditAct(action, subject, id, Json(before), Json(after)),
                clock.GetUtcNow()));
        }
    }

    /// <summary>Notes an act only if an admin did it: what teachers do with their own courses needs no account.</summary>
    public void NoteOfAdmin(AuditAction action, AuditSubject subject, string id, object? before = null, object? after = null)
    {
        if (caller.Actor is { IsAdmin: true })
        {
            Note(action, subject, id, before, after);
        }
    }

    private static string? Json(object? view) => view is null ? null : WireJson.Write(view);
}
