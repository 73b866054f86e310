using FastEndpoints;
using MediatR;
using TalkConnect.Application.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

/// <summary>A period, and rules to decide it by once more.</summary>
internal sealed class SimulatePolicyBody
{
    /// <summary>Holds that were settled then or later.</summary>
    public string? From { get; set; }

    /// <summary>Holds that were settled before then.</summary>
    public string? To { get; set; }

    /// <summary>The name of a policy; as each receipt recorded it when absent.</summary>
    public string? Policy { get; set; }

    /// <summary>The share of a session that counts as attending it; as each receipt recorded it when absent.</summary>
    public decimal? ThresholdPercentage { get; set; }

    /// <summary>How long money waits after the session, as an ISO 8601 duration: P3D; as it was when absent.</summary>
    public string? HoldPeriod { get; set; }

    /// <summary>The platform's share of what a referred teacher is paid, 0 to 1; as each receipt recorded it when absent.</summary>
    public decimal? ReferredRate { get; set; }

    /// <summary>The platform's share of what any other teacher is paid, 0 to 1; as each receipt recorded it when absent.</summary>
    public decimal? StandardRate { get; set; }
}

internal sealed class SimulatePolicyRequest
{
    [FromBody]
    public SimulatePolicyBody Body { get; set; } = new();
}

internal sealed class SimulatePolicyEndpoint(IMediator mediator) : Endpoint<SimulatePolicyRequest, PolicySimulationView>
{
    public override void Configure()
    {
        Post("admin/policies/simulate");
        Roles(Role.Admin);
        Definition.TakesJson();
        Summary(summary =>
        {
            summary.Summary = "What would have become of the holds that were settled in a period, under other rules. Nothing is changed.";
            summary.Responses[200] = "How many would have gone the other way, and what each side would have more or less.";
        });
    }

    public override async Task HandleAsync(SimulatePolicyRequest req, CancellationToken ct)
    {
        var body = req.Body;
        var view = await mediator.Send(
            new SimulatePolicy(
                body.From, body.To, body.Policy, body.ThresholdPercentage, body.HoldPeriod, body.ReferredRate, body.StandardRate),
            ct);
        await Send.OkAsync(view, ct);
    }
}
