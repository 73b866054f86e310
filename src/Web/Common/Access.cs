using FastEndpoints;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;

namespace TalkConnect.Web.Common;

/// <summary>What an endpoint asks before it looks at the body: may this person do this with that thing?</summary>
/// <param name="Check">Makes the question out of the route and the person.</param>
internal sealed record AccessRule(Func<HttpContext, Actor, IAccessCheck> Check);

/// <summary>Marks an endpoint that takes a JSON body.</summary>
/// <param name="Required">Whether there must be one.</param>
internal sealed record JsonBodyRule(bool Required);

/// <summary>Marks an endpoint that moves money: it honours an <c>Idempotency-Key</c>.</summary>
internal sealed record MoneyRule;

/// <summary>Marks an endpoint that answers with CSV.</summary>
internal sealed record CsvRule;

/// <summary>
/// Refuses in the order that callers rely on: the token (before this), then what is not theirs, then the body's type; the
/// body itself is read after this.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IMediator mediator)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() is { } access)
        {
            await mediator.Send(access.Check(context, context.User.Actor()), context.RequestAborted);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<JsonBodyRule>() is not null && HasBody(context.Request) && !context.Request.HasJsonContentType())
        {
            await Problem.WriteAsync(context, 415, "unsupported_media_type", "Send the body as application/json.");
            return;
        }

        await next(context);
    }

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;
}

/// <summary>How endpoints state those rules.</summary>
internal static class AccessRules
{
    public static void Asks(this EndpointDefinition definition, Func<HttpContext, Actor, IAccessCheck> check) =>
        definition.Options(builder => builder.WithMetadata(new AccessRule(check)));

    public static void TakesJson(this EndpointDefinition definition, bool required = true) =>
        definition.Options(builder => builder.WithMetadata(new JsonBodyRule(required)));

    public static void MovesMoney(this EndpointDefinition definition) =>
        definition.Options(builder => builder.WithMetadata(new MoneyRule()));

    public static void AnswersCsv(this EndpointDefinition definition) =>
        definition.Options(builder => builder.WithMetadata(new CsvRule()));

    /// <summary>The id in the route; text that cannot be an id names nothing.</summary>
    public static TId RouteId<TId>(this HttpContext context, string name = "id")
        where TId : struct, IEntityId<TId>
    {
        var text = context.RouteText(name);
        return EntityIdText.IsValid(text) ? TId.From(text) : throw DomainException.NotFound("not_found", "There is nothing under this id.");
    }

    /// <summary>The text in the route. The server leaves an escaped slash escaped; it is a slash all the same.</summary>
    public static string RouteText(this HttpContext context, string name = "id")
    {
        var text = context.GetRouteValue(name) as string ?? "";
        var sent = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return sent.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase) : text;
    }
}
