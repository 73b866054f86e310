using System.Globalization;
using FastEndpoints;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.OpenApi;

/// <summary>The answers of an endpoint: those that its Summary lists, and those that its marks make possible.</summary>
internal static class Answers
{
    public static OpenApiResponses Of(OpenApiOperation operation, EndpointDefinition endpoint, IList<object> marks, IOpenApiSchema problem)
    {
        var texts = new SortedDictionary<int, string>(endpoint.EndpointSummary?.Responses ?? []);
        if (!texts.Keys.Any(IsSuccess))
        {
            texts[StatusCodes.Status200OK] = "The answer.";
        }

        foreach (var (status, code) in Usual(operation, endpoint, marks))
        {
            texts[status] = !texts.TryGetValue(status, out var text) ? code
                : text.Contains(code, StringComparison.Ordinal) ? text
                : $"{text}, {code}";
        }

        // The framework knows the answer's type, but only of one status; it is the same for 200 and 201.
        var content = marks.OfType<CsvRule>().Any()
            ? CsvContent()
            : operation.Responses?.FirstOrDefault(answer => answer.Key.StartsWith('2')).Value?.Content;
        var replayable = marks.OfType<MoneyRule>().Any();
        var answers = new OpenApiResponses();
        foreach (var (status, text) in texts)
        {
            answers[status.ToString(CultureInfo.InvariantCulture)] = IsSuccess(status)
                ? new OpenApiResponse { Description = text, Content = content, Headers = replayable ? ReplayedHeader() : null }
                : new OpenApiResponse { Description = text, Content = ProblemContent(problem), Headers = status == 429 ? RetryAfterHeader() : null };
        }

        return answers;
    }

    private static IEnumerable<(int Status, string Code)> Usual(
        OpenApiOperation operation, EndpointDefinition endpoint, IList<object> marks)
    {
        if (marks.OfType<JsonBodyRule>().Any())
        {
            yield return (400, "validation_failed");
            yield return (413, "body_too_large");
            yield return (415, "unsupported_media_type");
        }
        else if (operation.Parameters!.Any(parameter => parameter.In is ParameterLocation.Query))
        {
            yield return (400, "validation_failed");
        }

        if (!SecuritySchemes.IsOpen(marks))
        {
            yield return (401, "unauthorized");
            yield return (429, "rate_limited");
        }

        if (endpoint.AllowedRoles is { Count: > 0 })
        {
            yield return (403, "forbidden");
        }

        if (marks.OfType<MoneyRule>().Any())
        {
            if (endpoint.AllowedRoles?.Contains(Role.Admin) is true)
            {
                yield return (403, "role_mismatch");
            }

            yield return (422, "idempotency_key_reused");
        }

        yield return (503, "database_unavailable");
    }

    private static bool IsSuccess(int status) => status is >= 200 and < 300;

    private static Dictionary<string, OpenApiMediaType> CsvContent() =>
        new() { ["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };

    private static Dictionary<string, OpenApiMediaType> ProblemContent(IOpenApiSchema problem) =>
        new() { [Problem.ContentType] = new OpenApiMediaType { Schema = problem } };

    private static Dictionary<string, IOpenApiHeader> ReplayedHeader() => new()
    {
        [IdempotencyHeader.Replayed] = new OpenApiHeader
        {
            Description = "true: this is the answer of the first request with this key; nothing happened now.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["true"] },
        },
    };

    private static Dictionary<string, IOpenApiHeader> RetryAfterHeader() => new()
    {
        [HeaderNames.RetryAfter] = new OpenApiHeader
        {
            Description = "After how many seconds it may be sent again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
        },
    };
}
