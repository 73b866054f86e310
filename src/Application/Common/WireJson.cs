using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Application.Common;

/// <summary>How values look on the wire and in JSON columns: snake_case, times in UTC with Z, amounts as numbers with two places.</summary>
public static class WireJson
{
    private static readonly JsonSerializerOptions Options = Apply(new JsonSerializerOptions());
    private static readonly JsonSerializerOptions StoredOptions = new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
    private static readonly JsonSerializerOptions CanonicalOptions = Canonical(new JsonSerializerOptions());
    private static readonly HashSet<Type> WithoutNulls = [typeof(TransactionMetadata), typeof(WebhookAnswer), typeof(Connection), typeof(RoomEnding)];

    /// <summary>Makes options write and read as the wire has it.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;

        // Names and apostrophes stay readable; the answers are application/json and never part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNulls } };
        options.Converters.Add(new MoneyJson());
        options.Converters.Add(new UtcTimeJson());
        options.Converters.Add(new PercentageJson());
        options.Converters.Add(new EntityIdJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    /// <summary>The JSON of a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The bytes of the JSON of a value.</summary>
    public static byte[] WriteUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>The JSON of a value in a form that is the same for the same value: 70 and 70.00 are.</summary>
    public static string WriteCanonical<T>(T value) => JsonSerializer.Serialize(value, CanonicalOptions);

    /// <summary>The time that a text on the wire stands for; null when it stands for none.</summary>
    public static DateTimeOffset? TryReadTime(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DateTimeOffset>(JsonSerializer.SerializeToUtf8Bytes(text), Options);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The value of a JSON text that <see cref="Write{T}"/> made; members that only an earlier version wrote are left out.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, StoredOptions)!;

    private static JsonSerializerOptions Canonical(JsonSerializerOptions options)
    {
        options.Converters.Add(new PlainNumberJson());
        return Apply(options);
    }

    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => WithoutNulls.Contains(type.Type)))
        {
            property.ShouldSerialize = (_, value) => value is not null;
        }

        // Where a settlement did not look at attendance, as for a cancelled session, its lines say so.
        if (type.Type == typeof(TransactionMetadata))
        {
            type.Properties.Single(property => property.Name == "attendance_percentage").ShouldSerialize =
                (line, value) => value is not null || line is TransactionMetadata { OriginalAmount: not null };
        }
    }

    private sealed class PlainNumberJson : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Money.Of(reader.GetDecimal());

        // 70 and 70.00 are the same number; people and diffs prefer the second.
        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString(), skipInputValidation: true);
    }

    private sealed class UtcTimeJson : JsonConverter<DateTimeOffset>
    {
        // Without an offset a time is a different one on every server; finer than a microsecond no database keeps it.
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString()!;
            if (text.Length < "2026-01-01T00:00Z".Length || !text.Contains('T') || (!text.EndsWith('Z') && text[^6] is not ('+' or '-')))
            {
                throw new JsonException("A time of day with an offset is needed.");
            }

            var time = reader.GetDateTimeOffset().ToUniversalTime();
            return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }

    private sealed class PercentageJson : JsonConverter<AttendancePercentage>
    {
        public override AttendancePercentage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            AttendancePercentage.Of(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, AttendancePercentage value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Value);
    }

    private sealed class EntityIdJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType
            && typeToConvert.GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdJson<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdJson<T> : JsonConverter<T>
        where T : struct, IEntityId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
