using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using TalkConnect.Domain.Common;

namespace TalkConnect.Web.OpenApi;

/// <summary>Gives a schema the type and limits of one kind of value on the wire; its description stays.</summary>
internal static class Schemas
{
    /// <summary>A number that is exact in decimal.</summary>
    public const string Decimal = "decimal";

    public static void Id(OpenApiSchema schema)
    {
        Text(EntityIdText.MaxLength)(schema);
        schema.Pattern = """^[!-"$-.0-~]+$""";
    }

    public static void Month(OpenApiSchema schema)
    {
        Text(7, minLength: 7)(schema);
        schema.Pattern = "^[0-9]{4}-[0-9]{2}$";
    }

    public static Action<OpenApiSchema> Text(int maxLength, int minLength = 1) => schema =>
    {
        schema.Type = JsonSchemaType.String;
        schema.MinLength = minLength;
        schema.MaxLength = maxLength;
    };

    public static Action<OpenApiSchema> Word<TEnum>()
        where TEnum : struct, Enum => Words(Domain.Common.Words.All<TEnum>());

    public static Action<OpenApiSchema> Words(IEnumerable<string> words) => schema =>
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. words.Select(word => (JsonNode)word)];
    };

    public static Action<OpenApiSchema> Whole(int from, int to, int? otherwise = null) => schema =>
    {
        schema.Type = JsonSchemaType.Integer;
        schema.Format = "int32";
        Range(schema, from, to);
        schema.Default = otherwise;
    };

    /// <summary>
    /// No <c>multipleOf: 0.01</c> says that there are two places: validators that divide binary fractions refuse 19.99 then.
    /// </summary>
    public static void Money(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.Format = Decimal;
        schema.Examples = [19.99m];
    }

    public static void Amount(OpenApiSchema schema)
    {
        Money(schema);
        Range(schema, 0.01m, Domain.Common.Money.MaxAmount.Value);
    }

    public static void Percentage(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.Format = Decimal;
        Range(schema, 0, 100);
    }

    public static void Rate(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.Format = Decimal;
        Range(schema, 0, 1);
    }

    public static void Flag(OpenApiSchema schema) => schema.Type = JsonSchemaType.Boolean;

    /// <summary>A member that is known here and has no use: it may be null or absent.</summary>
    public static void Nothing(OpenApiSchema schema) => schema.Type = JsonSchemaType.Null;

    public static void Time(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = "date-time";
    }

    public static void Duration(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = "duration";
    }

    private static void Range(OpenApiSchema schema, decimal from, decimal to)
    {
        schema.Minimum = from.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = to.ToString(CultureInfo.InvariantCulture);
    }
}
