using System.Text.Json.Serialization;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>Writes every error that leaves the server: RFC 9457 problem details with a stable code.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    public static async Task WriteAsync(
        HttpContext context, int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var body = new ProblemBody($"urn:talkconnect:problem:{code}", Title(status), status, detail, code, errors);
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(WireJson.Write(body), context.RequestAborted);
    }

    /// <summary>An error that the framework answered with a bare status.</summary>
    public static Task WriteStatusAsync(HttpContext context) => context.Response.StatusCode switch
    {
        401 => WriteAsync(context, 401, "unauthorized", "A valid bearer token is needed: its signature, its times, one sub and one role claim."),
        403 => WriteAsync(context, 403, "forbidden", "The role in your token may not do this."),
        404 => WriteAsync(context, 404, "not_found", "There is nothing at this address. See /docs for all routes."),
        405 => WriteAsync(context, 405, "method_not_allowed", "This address does not take this method. See /docs for all routes."),
        413 => WriteAsync(context, 413, "body_too_large", "The body is too large."),
        415 => WriteAsync(context, 415, "unsupported_media_type", "Send the body as application/json."),
        var status => WriteAsync(context, status, "error", "The request could not be answered."),
    };

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}

/// <summary>An error: RFC 9457 problem details.</summary>
/// <param name="Type">Names the kind of problem.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The status.</param>
/// <param name="Detail">What went wrong, and what to do.</param>
/// <param name="Code">The stable code of the problem.</param>
/// <param name="Errors">Every field that is wrong, with what is wrong with it.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors);
