using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>Tells the use cases who asks, and from where.</summary>
internal sealed class CallerMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Caller caller)
    {
        caller.Actor = context.User.Identity is { IsAuthenticated: true } ? context.User.Actor() : null;
        caller.Address = context.Connection.RemoteIpAddress?.ToString();
        return next(context);
    }
}
