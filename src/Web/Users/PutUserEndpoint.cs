using FastEndpoints;
using MediatR;
using TalkConnect.Application.Users;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Users;

/// <summary>A person without their money.</summary>
internal sealed class PutUserBody
{
    /// <summary>The name shown to others.</summary>
    public string? Name { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>student, teacher or admin.</summary>
    public string? Role { get; set; }

    /// <summary>Who brought this person; absent for nobody.</summary>
    public string? ReferredBy { get; set; }
}

internal sealed class PutUserRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public PutUserBody Body { get; set; } = new();
}

internal sealed class PutUserEndpoint(IMediator mediator) : Endpoint<PutUserRequest, UserView>
{
    public override void Configure()
    {
        Put("admin/users/{id}");
        Roles(Role.Admin);
        Definition.TakesJson();
        Summary(summary =>
        {
            summary.Summary = "Add a person, or replace all of them but their money.";
            summary.Responses[200] = "The person was replaced.";
            summary.Responses[201] = "The person was added.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "role_mismatch";
            summary.Responses[409] = "role_in_use";
        });
    }

    public override async Task HandleAsync(PutUserRequest req, CancellationToken ct)
    {
        var answer = await mediator.Send(
            new PutUser(HttpContext.RouteText(), req.Body.Name, req.Body.Email, req.Body.Role, req.Body.ReferredBy), ct);
        await Send.ResponseAsync(answer.User, answer.Created ? 201 : 200, ct);
    }
}
