using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Users;
using TalkConnect.Domain.Users;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Users;

internal sealed class GetUserEndpoint(IMediator mediator) : EndpointWithoutRequest<UserView>
{
    public override void Configure()
    {
        Get("admin/users/{id}");
        Roles(Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "One person.";
            summary.Responses[404] = "user_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetUser(HttpContext.RouteId<UserId>()), ct), ct);
}

internal sealed class ListUsersEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<UserView>>
{
    public override void Configure()
    {
        Get("admin/users");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "All people, newest first.");
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListUsers(req.Page), ct), ct);
}
