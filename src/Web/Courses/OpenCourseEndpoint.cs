using FastEndpoints;
using MediatR;
using TalkConnect.Application.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Courses;

/// <summary>A new course.</summary>
internal sealed class OpenCourseBody
{
    /// <summary>The wanted id; absent for one of ours.</summary>
    public string? Id { get; set; }

    /// <summary>Whose course: an admin must say.</summary>
    public string? TeacherId { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }
}

internal sealed class OpenCourseRequest
{
    [FromBody]
    public OpenCourseBody Body { get; set; } = new();
}

internal sealed class OpenCourseEndpoint(IMediator mediator) : Endpoint<OpenCourseRequest, CourseView>
{
    public override void Configure()
    {
        Post("courses");
        Roles(Role.Teacher, Role.Admin);
        Definition.TakesJson();
        Summary(summary =>
        {
            summary.Summary = "Open a course: a teacher their own, an admin one for a teacher.";
            summary.Responses[201] = "It was opened.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "role_mismatch";
            summary.Responses[404] = "user_not_found";
            summary.Responses[409] = "id_taken";
        });
    }

    public override async Task HandleAsync(OpenCourseRequest req, CancellationToken ct) => await Send.ResponseAsync(
        await mediator.Send(new OpenCourse(User.Actor(), req.Body.Id, req.Body.TeacherId, req.Body.Title), ct), 201, ct);
}
