using System.Data.Common;
using System.Globalization;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>
/// One row as the database has it. It is read by hand, not through the model: a damaged value is to be reported, not to
/// end the check.
/// </summary>
internal sealed class Row(DbDataReader reader, Findings findings, string subject)
{
    public string? Text(string column) => reader[column] is var value and not DBNull ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public bool Has(string column) => reader[column] is not DBNull;

    public long Number(string column) => long.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : (long)Unreadable(column);

    /// <summary>Money, exact: the embedded database keeps it as text.</summary>
    public decimal Money(string column) =>
        decimal.TryParse(Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money)
        && decimal.Round(money, Domain.Common.Money.DecimalPlaces) == money
            ? money
            : Unreadable(column);

    public DateTime Time(string column) => reader[column] switch
    {
        DateTime time => time,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => new DateTime((long)Unreadable(column)),
    };

    private decimal Unreadable(string column)
    {
        findings.Add("unreadable_value", subject, $"{column} is '{Text(column) ?? "null"}', which cannot be read.");
        return 0;
    }
}
