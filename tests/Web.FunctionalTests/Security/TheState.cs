using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Every row of every table, so that a test can say that nothing has changed at all.</summary>
public sealed record TheState(IReadOnlyDictionary<string, string> Tables)
{
    public static Task<TheState> OfAsync(TalkConnectApp app) => app.InDatabaseAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var select = db.Database.GetDbConnection().CreateCommand();
            select.CommandText = $"SELECT * FROM {table}";
            tables[table] = await RowsAsync(select);
        }

        tables.Keys.ShouldContain("transactions");
        return new TheState(tables);
    });

    /// <summary>All rows but those of a table.</summary>
    public string Except(string table)
    {
        Tables.Keys.ShouldContain(table);
        return string.Join('\n', Tables.Where(pair => pair.Key != table).Select(pair => $"{pair.Key}\n{pair.Value}"));
    }

    public override string ToString() => string.Join('\n', Tables.Select(pair => $"{pair.Key}\n{pair.Value}"));

    private static async Task<string> RowsAsync(DbCommand select)
    {
        var rows = new List<string>();
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
