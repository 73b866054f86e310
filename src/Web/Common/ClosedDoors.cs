namespace TalkConnect.Web.Common;

/// <summary>FastEndpoints opens a route of its own for its test helpers, in every environment; it lists all endpoints to anybody.</summary>
internal sealed class ClosedDoors(RequestDelegate next)
{
    private const string TestRoutes = "/_test_url_cache_";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(TestRoutes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
