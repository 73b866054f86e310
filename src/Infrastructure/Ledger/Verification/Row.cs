using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>
/// One row as the database has it. It is read by hand, not through the model: a damaged value is to be reported, not to
/// end the check. In its place stands 0, or null where there may be none.
/// </summary>
internal sealed class Row(DbDataReader reader, Findings findings, string kind, string id)
{
    // The largest balance or sum: DECIMAL(19,2).
    private const decimal Limit = 99_999_999_999_999_999.99m;

    /// <summary>The row, for whoever reads of it.</summary>
    public string Subject => $"{kind} {Text(id)}";

    public bool Has(string column) => !reader.IsDBNull(reader.GetOrdinal(column));

    public string? Text(string column) => Value(column) switch
    {
        null => null,
        byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
        Exception error => error.Message,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    public int Number(string column) => int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : Unreadable<int>(column, "a whole number");

    /// <summary>Money, exact and with both places: the embedded database keeps it as text.</summary>
    public decimal Money(string column) =>
        Decimal(column) is >= -Limit and <= Limit and var money && decimal.Round(money, Domain.Common.Money.DecimalPlaces) == money
            ? decimal.Round(money + 0.00m, Domain.Common.Money.DecimalPlaces)
            : Unreadable<decimal>(column, "money with two decimal places");

    public decimal? MoneyIfAny(string column) => Has(column) ? Money(column) : null;

    /// <summary>A share of 0 to 1.</summary>
    public decimal Rate(string column) => Decimal(column) is >= 0 and <= 1 and var rate ? rate : Unreadable<decimal>(column, "a rate of 0 to 1");

    public AttendancePercentage? PercentageIfAny(string column) => !Has(column)
        ? null
        : Decimal(column) is >= 0 and <= 100 and var percentage && decimal.Round(percentage, 2) == percentage
            ? AttendancePercentage.Of(percentage)
            : Unreadable<AttendancePercentage?>(column, "a percentage of 0.00 to 100.00");

    public DateTime? TimeIfAny(string column) => Value(column) switch
    {
        null => null,
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        string text when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => Unreadable<DateTime?>(column, "a time"),
    };

    public TEnum? WordIfAny<TEnum>(string column)
        where TEnum : struct, Enum => !Has(column)
        ? null
        : Words.Parse<TEnum>(Text(column)) ?? Unreadable<TEnum?>(column, $"one of {string.Join(", ", Words.All<TEnum>())}");

    public T? JsonIfAny<T>(string column)
        where T : class
    {
        if (!Has(column))
        {
            return null;
        }

        try
        {
            return WireJson.Read<T>(Text(column)!) ?? Unreadable<T>(column, "JSON");
        }
        catch (Exception error) when (error is JsonException or DomainException or FormatException)
        {
            return Unreadable<T>(column, "the JSON that is kept there");
        }
    }

    /// <summary>Reports a value that cannot be what it should be.</summary>
    public T? Unreadable<T>(string column, string shouldBe)
    {
        findings.Add("unreadable_value", Subject, $"{column} is '{Text(column) ?? "null"}'; it should be {shouldBe}.");
        return default;
    }

    private decimal? Decimal(string column) =>
        decimal.TryParse(Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>What the column holds; an error where the driver itself cannot read it, as with the day 0000-00-00.</summary>
    private object? Value(string column)
    {
        try
        {
            return reader[column] is var value and not DBNull ? value : null;
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or OverflowException)
        {
            return error;
        }
    }
}
