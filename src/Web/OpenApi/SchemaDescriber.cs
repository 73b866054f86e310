using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Web.OpenApi;

/// <summary>
/// Describes the values that have a converter, of which the framework can tell nothing, and the members of requests as
/// <see cref="Demands"/> has them.
/// </summary>
internal sealed class SchemaDescriber : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var json = context.JsonTypeInfo;

        // An answer may have more members one day, and clients must bear it. Bodies are closed where they are used.
        schema.AdditionalPropertiesAllowed = true;
        DescribeValue(schema, json.Type);
        if (json is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema.Items is null)
        {
            schema.Items = await context.GetOrCreateSchemaAsync(element, null, cancellationToken);
        }

        // What is left out when it is null need not be there, whatever its constructor parameter says.
        schema.Required?.ExceptWith(json.Properties.Where(IsLeftOut).Select(member => member.Name));
        foreach (var member in json.Properties.Where(member => Demands.On(member.AttributeProvider) is { Required: true }))
        {
            (schema.Required ??= new HashSet<string>()).Add(member.Name);
        }

        if (Demands.On(context.JsonPropertyInfo?.AttributeProvider) is { } demand)
        {
            demand.Describe(schema);
            schema.Type |= demand.Required ? 0 : JsonSchemaType.Null;
        }
    }

    private static bool IsLeftOut(JsonPropertyInfo member) =>
        member.IsGetNullable
        && (member.ShouldSerialize is not null || member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) is true);

    private static void DescribeValue(OpenApiSchema schema, Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(DateTimeOffset))
        {
            // The other kinds are components; there the framework says itself where they may be null.
            Schemas.Time(schema);
            schema.Type |= value == type ? 0 : JsonSchemaType.Null;
        }
        else if (value == typeof(decimal))
        {
            schema.Format = Schemas.Decimal;
        }
        else if (value == typeof(Money))
        {
            Schemas.Money(schema);
        }
        else if (value == typeof(AttendancePercentage))
        {
            Schemas.Percentage(schema);
        }
        else if (value.IsEnum)
        {
            Schemas.Words(Enum.GetNames(value).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))(schema);
        }
        else if (value.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>)))
        {
            Schemas.Id(schema);
        }
    }
}
