using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

/// <summary>Nothing.</summary>
internal sealed class RunSettlementBody;

internal sealed class RunSettlementRequest
{
    [FromBody]
    public RunSettlementBody Body { get; set; } = new();
}

internal sealed class RunSettlementEndpoint(IMediator mediator, IHostApplicationLifetime lifetime) : Endpoint<RunSettlementRequest, SettlementRunView>
{
    public override void Configure()
    {
        Post("admin/settlements/run");
        Roles(Role.Admin);
        Definition.TakesJson(required: false);
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Do now what the schedule does: complete overdue sessions, then settle everything that is due.";
            summary.Responses[200] = "What was settled.";
            summary.Responses[503] = "database_unavailable, run_interrupted: what was settled until then stays settled, and is reported if that could be kept";
        });
    }

    public override async Task HandleAsync(RunSettlementRequest req, CancellationToken ct)
    {
        // A stop of the server ends the run after its batch, and the caller still gets an answer. So does a caller who hangs up, but for one who has a key
        // and will ask for the report.
        var key = IdempotencyHeader.Key(HttpContext, req.Body);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(key is null ? ct : CancellationToken.None, lifetime.ApplicationStopping);
        var run = await mediator.Send(new RunSettlement(Manual: true, key), stop.Token);
        await Send.OkAsync(run, ct);
    }
}

internal sealed class ListSettlementsEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<SettlementRunView>>
{
    public override void Configure()
    {
        Get("admin/settlements");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "Past settlement runs, newest first.");
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListSettlements(req.Page), ct), ct);
}
