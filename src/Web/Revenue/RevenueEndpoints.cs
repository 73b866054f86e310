using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Revenue;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Revenue;

internal sealed class RevenueSummaryEndpoint(IMediator mediator) : Endpoint<RevenueRequest, RevenueSummary>
{
    public override void Configure()
    {
        Get("revenue/summary");
        Roles(Role.Teacher);
        Summary(summary => summary.Summary = "What you earned in a period; held and available are now.");
    }

    public override async Task HandleAsync(RevenueRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetRevenueSummary(User.Actor().Id, req.Period), ct), ct);
}

internal sealed class RevenueSeriesEndpoint(IMediator mediator) : Endpoint<RevenueSeriesRequest, RevenueSeries>
{
    public override void Configure()
    {
        Get("revenue/timeseries");
        Roles(Role.Teacher);
        Summary(summary => summary.Summary =
            "What you earned by days, weeks or months of a zone: whole ones, empty ones too; they count what lies in the period.");
    }

    public override async Task HandleAsync(RevenueSeriesRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetRevenueSeries(User.Actor().Id, req.Interval, req.Period), ct), ct);
}

internal sealed class RevenueByCourseEndpoint(IMediator mediator) : Endpoint<RevenueRequest, RevenueByCourse>
{
    public override void Configure()
    {
        Get("revenue/courses");
        Roles(Role.Teacher);
        Summary(summary => summary.Summary = "What you earned with each course in a period.");
    }

    public override async Task HandleAsync(RevenueRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetRevenueByCourse(User.Actor().Id, req.Period), ct), ct);
}

internal sealed class RevenueLinesEndpoint(IMediator mediator) : Endpoint<RevenueLinesRequest, Page<RevenueLine>>
{
    public override void Configure()
    {
        Get("revenue/lines");
        Roles(Role.Teacher);
        Summary(summary => summary.Summary = "Every payment of a student, newest first: by the time it was settled, or is due.");
    }

    public override async Task HandleAsync(RevenueLinesRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListRevenueLines(User.Actor().Id, req.Period, req.Page), ct), ct);
}

internal sealed class StatementRequest
{
    [RouteParam]
    public string Month { get; set; } = "";

    /// <summary>The IANA name of the zone that the month is of; UTC when absent.</summary>
    [QueryParam]
    public string? TimeZone { get; set; }
}

internal sealed class StatementEndpoint(IMediator mediator) : Endpoint<StatementRequest, Statement>
{
    public override void Configure()
    {
        Get("revenue/statements/{month}");
        Roles(Role.Teacher);
        Summary(summary => summary.Summary = "A month of your ledger: opening balance, every line, closing balance.");
    }

    public override async Task HandleAsync(StatementRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetStatement(User.Actor().Id, HttpContext.RouteText("month"), req.TimeZone), ct), ct);
}
