using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

/// <summary>An admin's decision about a stopped run.</summary>
internal sealed class DecidePauseBody
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

internal sealed class DecidePauseRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public DecidePauseBody Body { get; set; } = new();
}

internal sealed class ProceedWithPauseEndpoint(IMediator mediator, IHostApplicationLifetime lifetime) : Endpoint<DecidePauseRequest, SettlementPauseView>
{
    public override void Configure()
    {
        Post("admin/settlements/pauses/{id}/proceed");
        Roles(Role.Admin);
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Let a stopped run go on: what it would have done is done now.";
            summary.Responses[200] = "The pause, over.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[404] = "pause_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    // What is decided is decided for everybody: a caller who hangs up does not end the run, only a stop of the server does, after a batch.
    public override async Task HandleAsync(DecidePauseRequest req, CancellationToken ct) => await Send.OkAsync(
        await mediator.Send(
            new ProceedWithPause(HttpContext.RouteId<SettlementPauseId>(), User.Actor().Id, req.Body.Reason, IdempotencyHeader.Key(HttpContext, req.Body)),
            lifetime.ApplicationStopping),
        ct);
}

internal sealed class DismissPauseEndpoint(IMediator mediator) : Endpoint<DecidePauseRequest, SettlementPauseView>
{
    public override void Configure()
    {
        Post("admin/settlements/pauses/{id}/dismiss");
        Roles(Role.Admin);
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Stop a run for good: the holds that it would not have released go to review, the others settle with the next run.";
            summary.Responses[200] = "The pause, over.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[404] = "pause_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    public override async Task HandleAsync(DecidePauseRequest req, CancellationToken ct) => await Send.OkAsync(
        await mediator.Send(
            new DismissPause(HttpContext.RouteId<SettlementPauseId>(), User.Actor().Id, req.Body.Reason, IdempotencyHeader.Key(HttpContext, req.Body)), ct),
        ct);
}

internal sealed class ListPausesEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<SettlementPauseView>>
{
    public override void Configure()
    {
        Get("admin/settlements/pauses");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "Runs that were stopped because they looked as if evidence were missing, newest first.");
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListPauses(req.Page), ct), ct);
}

internal sealed class GetPauseEndpoint(IMediator mediator) : EndpointWithoutRequest<SettlementPauseDetail>
{
    public override void Configure()
    {
        Get("admin/settlements/pauses/{id}");
        Roles(Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "One stopped run, with what it would have done in sum.";
            summary.Responses[404] = "pause_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetPause(HttpContext.RouteId<SettlementPauseId>()), ct), ct);
}

internal sealed class ListForeseenDecisionsEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<ForeseenDecisionView>>
{
    public override void Configure()
    {
        Get("admin/settlements/pauses/{id}/decisions");
        Roles(Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "What a stopped run would have done, hold by hold.";
            summary.Responses[404] = "pause_not_found";
        });
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) => await Send.OkAsync(
        await mediator.Send(new ListForeseenDecisions(HttpContext.RouteId<SettlementPauseId>(), req.Page), ct), ct);
}
