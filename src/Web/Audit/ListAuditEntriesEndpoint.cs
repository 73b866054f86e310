using FastEndpoints;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Audit;

internal sealed class ListAuditEntriesRequest : ListRequest
{
    /// <summary>Only what this person did.</summary>
    [QueryParam]
    public string? ActorId { get; set; }

    /// <summary>Only this action.</summary>
    [QueryParam]
    public string? Action { get; set; }

    /// <summary>Only what was done to this kind of thing.</summary>
    [QueryParam]
    public string? SubjectType { get; set; }

    /// <summary>Only what was done to this thing.</summary>
    [QueryParam]
    public string? SubjectId { get; set; }

    /// <summary>Not before this time.</summary>
    [QueryParam]
    public string? From { get; set; }

    /// <summary>Before this time.</summary>
    [QueryParam]
    public string? To { get; set; }
}

internal sealed class ListAuditEntriesEndpoint(IMediator mediator) : Endpoint<ListAuditEntriesRequest, Page<AuditEntryView>>
{
    public override void Configure()
    {
        Get("admin/audit");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "Who did what, to which thing, when and from where; newest first.");
    }

    public override async Task HandleAsync(ListAuditEntriesRequest req, CancellationToken ct) => await Send.OkAsync(
        await mediator.Send(new ListAuditEntries(req.ActorId, req.Action, req.SubjectType, req.SubjectId, req.From, req.To, req.Page), ct), ct);
}
