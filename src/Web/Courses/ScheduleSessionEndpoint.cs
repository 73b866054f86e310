using FastEndpoints;
using MediatR;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Courses;

/// <summary>A new session.</summary>
internal sealed class ScheduleSessionBody
{
    /// <summary>The wanted id; absent for one of ours.</summary>
    public string? Id { get; set; }

    /// <summary>1 to 999999, unique in the course for ever.</summary>
    public int? SessionNumber { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>When it is to begin; it may lie in the past.</summary>
    public DateTimeOffset? ScheduledAt { get; set; }

    /// <summary>1 to 1440.</summary>
    public int? DurationMinutes { get; set; }

    /// <summary>What a place costs, 0.01 to 99999999.99.</summary>
    public decimal? Price { get; set; }
}

internal sealed class ScheduleSessionRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public ScheduleSessionBody Body { get; set; } = new();
}

internal sealed class ScheduleSessionEndpoint(IMediator mediator) : Endpoint<ScheduleSessionRequest, SessionView>
{
    public override void Configure()
    {
        Post("courses/{id}/sessions");
        Roles(Role.Teacher, Role.Admin);
        Definition.Asks((context, actor) => new MayScheduleIn(context.RouteId<CourseId>(), actor));
        Definition.TakesJson();
        Summary(summary =>
        {
            summary.Summary = "Schedule a session of a course.";
            summary.Responses[201] = "It was scheduled.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[404] = "course_not_found";
            summary.Responses[409] = "session_number_taken, id_taken";
        });
    }

    public override async Task HandleAsync(ScheduleSessionRequest req, CancellationToken ct)
    {
        var body = req.Body;
        var session = await mediator.Send(
            new ScheduleSession(
                HttpContext.RouteId<CourseId>(), User.Actor(), body.Id, body.SessionNumber, body.Title, body.ScheduledAt, body.DurationMinutes, body.Price),
            ct);
        await Send.ResponseAsync(session, 201, ct);
    }
}
