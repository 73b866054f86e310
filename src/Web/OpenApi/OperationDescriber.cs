using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TalkConnect.Application.Common;
using TalkConnect.Web.Attendance;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.OpenApi;

/// <summary>
/// Describes an endpoint as it states itself: the framework sees neither where FastEndpoints reads a member from, nor what
/// stands in the Summary, nor our own marks.
/// </summary>
internal sealed class OperationDescriber : IOpenApiOperationTransformer
{
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        if (marks.OfType<EndpointDefinition>().FirstOrDefault() is not { } endpoint)
        {
            return;
        }

        operation.OperationId = endpoint.EndpointType.Name.Replace("Endpoint", "", StringComparison.Ordinal);
        operation.Tags = new HashSet<OpenApiTagReference> { new(endpoint.EndpointType.Namespace!.Split('.')[^1], context.Document) };
        operation.Summary = endpoint.EndpointSummary?.Summary;
        operation.Description = endpoint.EndpointSummary?.Description;
        operation.Security = [.. SecuritySchemes.For(marks, context.Document)];

        var request = await context.GetOrCreateSchemaAsync(endpoint.ReqDtoType, null, cancellationToken);
        operation.Parameters =
        [
            .. PathParameters(context.Description.RelativePath!),
            .. QueryParameters(endpoint.ReqDtoType, request),
            .. marks.OfType<MoneyRule>().Select(_ => IdempotencyKeyParameter()),
        ];
        operation.RequestBody = marks.OfType<SignedByLiveKit>().Any()
            ? LiveKitEvent()
            : JsonBody(endpoint.ReqDtoType, request, marks.OfType<JsonBodyRule>().FirstOrDefault(), context.Document!);

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancellationToken);
        context.Document!.AddComponent(nameof(ProblemBody), problem);
        operation.Responses = Answers.Of(operation, endpoint, marks, new OpenApiSchemaReference(nameof(ProblemBody), context.Document));
    }

    /// <summary>All of them but the month are ids: <c>users/{id}</c> takes the user's.</summary>
    private static IEnumerable<OpenApiParameter> PathParameters(string path)
    {
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            if (segments[i] is ['{', .. var name, '}'])
            {
                var schema = new OpenApiSchema();
                Action<OpenApiSchema> describe = name == "month" ? Schemas.Month : Schemas.Id;
                describe(schema);
                yield return new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Description = $"The {segments[i - 1].TrimEnd('s')}'s {name}.",
                    Schema = schema,
                };
            }
        }
    }

    private static IEnumerable<OpenApiParameter> QueryParameters(Type type, OpenApiSchema request)
    {
        foreach (var (name, property) in Members<QueryParamAttribute>(type))
        {
            // What the request's schema says of its member is said of the parameter; in a query nothing is null.
            var schema = (OpenApiSchema)request.Properties![name];
            schema.Type &= ~JsonSchemaType.Null;
            yield return new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Required = Demands.On(property) is { Required: true },
                Description = schema.Description,
                Schema = schema,
            };
            schema.Description = null;
        }
    }

    private static OpenApiParameter IdempotencyKeyParameter()
    {
        var schema = new OpenApiSchema();
        Schemas.Text(IdempotencyKey.MaxLength)(schema);
        return new OpenApiParameter
        {
            Name = IdempotencyHeader.Name,
            In = ParameterLocation.Header,
            Description = "Your name for this request: sent again with the same body it is answered as the first time, "
                + "and nothing happens twice.",
            Schema = schema,
        };
    }

    private static OpenApiRequestBody? JsonBody(Type type, OpenApiSchema request, JsonBodyRule? rule, OpenApiDocument document)
    {
        if (Members<FromBodyAttribute>(type).FirstOrDefault() is not { Property: { } property, Name: var name })
        {
            return null;
        }

        var schema = (OpenApiSchema)request.Properties![name];
        schema.AdditionalPropertiesAllowed = false;
        document.AddComponent(property.PropertyType.Name, schema);
        return new OpenApiRequestBody
        {
            Required = rule is not { Required: false },
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchemaReference(property.PropertyType.Name, document) },
            },
        };
    }

    /// <summary>LiveKit says what is in it, and says more with every version.</summary>
    private static OpenApiRequestBody LiveKitEvent() => new()
    {
        Required = true,
        Description = "LiveKit's WebhookEvent, byte for byte as it was signed; at most 4 MiB.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/webhook+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
        },
    };

    private static IEnumerable<(string Name, PropertyInfo Property)> Members<TAttribute>(Type type)
        where TAttribute : Attribute =>
        type.GetProperties()
            .Where(property => property.IsDefined(typeof(TAttribute), inherit: true))
            .Select(property => (JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property));
}
