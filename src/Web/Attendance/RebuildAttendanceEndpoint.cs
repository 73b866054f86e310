using FastEndpoints;
using MediatR;
using TalkConnect.Application.Attendance;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Attendance;

/// <summary>Which sessions to rebuild; all of them when it names none.</summary>
internal sealed class RebuildAttendanceBody
{
    /// <summary>Only this session.</summary>
    public string? SessionId { get; set; }

    /// <summary>Only sessions that were to begin then or later.</summary>
    public string? From { get; set; }

    /// <summary>Only sessions that were to begin before then.</summary>
    public string? To { get; set; }
}

internal sealed class RebuildAttendanceRequest
{
    [FromBody]
    public RebuildAttendanceBody Body { get; set; } = new();
}

internal sealed class RebuildAttendanceEndpoint(IMediator mediator) : Endpoint<RebuildAttendanceRequest, AttendanceRebuild>
{
    public override void Configure()
    {
        Post("admin/attendance/rebuild");
        Roles(Role.Admin);
        Definition.TakesJson(required: false);
        Summary(summary =>
        {
            summary.Summary = "Let attendance follow once more from the stored webhooks, and list where what is stored differs. Nothing is changed.";
            summary.Responses[200] = "What was compared, and the first thousand differences.";
            summary.Responses[404] = "session_not_found";
        });
    }

    public override async Task HandleAsync(RebuildAttendanceRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new RebuildAttendance(req.Body.SessionId, req.Body.From, req.Body.To), ct), ct);
}
