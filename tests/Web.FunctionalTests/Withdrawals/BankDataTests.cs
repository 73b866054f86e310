using System.Text;
using Microsoft.EntityFrameworkCore;

namespace TalkConnect.Web.FunctionalTests.Withdrawals;

/// <summary>Where money goes is nobody's business: it is encrypted, masked and bound to its row.</summary>
public abstract class BankDataTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly string[] Secrets = ["DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "Bank of Examples", "A. Teacher"];

    [Fact]
    public async Task Is_shown_in_full_only_in_an_admins_detail()
    {
        var (teacher, withdrawal) = await AWithdrawal();
        var path = $"/api/withdrawals/{withdrawal.Id}";

        (await Api.Get($"/api/admin{path[4..]}", Admin)).Must(200).As<WithdrawalShape>().BankAccountInfo.AccountNumber.ShouldBe(Secrets[0]);

        foreach (var answer in new[]
        {
            await Api.Get(path, teacher), await Api.Get("/api/withdrawals", teacher), await Api.Get("/api/admin/withdrawals", Admin),
            await Api.Get($"{path}/lines", Admin), await Api.Get("/api/admin/audit", Admin), await Api.Get("/api/me/transactions", teacher),
            await Moves(withdrawal, "approve"), await Moves(withdrawal, "complete"), await Moves(withdrawal, "cancel"),
        })
        {
            answer.Text.ShouldNotContain("0532");
        }
    }

    [Fact]
    public async Task Stands_nowhere_in_the_database_in_the_clear()
    {
        var (teacher, withdrawal) = await AWithdrawal();
        await IsGiven(teacher, 50);
        await Requests(teacher, 20, "a-key");
        (await Moves(withdrawal, "reject")).Must(200);

        var everything = await EverythingAsync();

        everything.ShouldContain(withdrawal.Id);
        everything.ShouldContain("a-key");
        foreach (var secret in Secrets)
        {
            everything.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Opens_in_no_other_row()
    {
        var (_, one) = await AWithdrawal();
        var (_, other) = await AWithdrawal();
        await SqlAsync($"UPDATE withdrawals SET bank_account_info = (SELECT info FROM (SELECT bank_account_info AS info FROM withdrawals WHERE id = '{one.Id}') AS x) WHERE id = '{other.Id}'");

        (await Api.Get($"/api/admin/withdrawals/{other.Id}", Admin)).MustBeRefused(503, "bank_data_unreadable");
        (await Moves(other, "approve")).MustBeRefused(503, "bank_data_unreadable");

        (await Api.Get($"/api/admin/withdrawals/{one.Id}", Admin)).Must(200);
        (await StatusAsync(other)).ShouldBe("pending");
    }

    [Fact]
    public async Task A_newer_key_writes_and_older_ones_still_read()
    {
        var (teacher, old) = await AWithdrawal();
        await using var rotated = App.Another(("BankData:Keys:2026-02", BankKeys.Second));
        var api = new Api(rotated);
        await IsGiven(teacher, 50);

        var fresh = (await api.Post("/api/withdrawals", new { amount = 50, bank_account_info = Destination }, teacher)).Must(201).As<WithdrawalShape>();

        (await KeyAsync(old)).ShouldBe("2026-01");
        (await KeyAsync(fresh)).ShouldBe("2026-02");
        (await api.Get("/api/withdrawals", teacher)).Must(200).As<PageShape<WithdrawalShape>>().Items.Count.ShouldBe(2);

        // The server that has not got the new key yet says which one it misses, and loses nothing.
        var refusal = (await Api.Get($"/api/withdrawals/{fresh.Id}", teacher)).MustBeRefused(503, "bank_data_unreadable");
        refusal.Text.ShouldContain("BankData:Keys:2026-02");
        (await Moves(fresh, "cancel")).MustBeRefused(503, "bank_data_unreadable");
        (await StatusAsync(fresh)).ShouldBe("pending");
        (await Balance(teacher)).ShouldBe(0);
    }

    protected abstract Task<string> EverythingAsync();

    protected Task SqlAsync(string sql) => App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    protected async Task<string> ScalarAsync(string sql) =>
        (await App.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync())).Single();

    private Task<string> StatusAsync(WithdrawalShape withdrawal) => ScalarAsync($"SELECT status AS Value FROM withdrawals WHERE id = '{withdrawal.Id}'");

    private async Task<string> KeyAsync(WithdrawalShape withdrawal) => System.Text.Json.JsonElement
        .Parse(await ScalarAsync($"SELECT bank_account_info AS Value FROM withdrawals WHERE id = '{withdrawal.Id}'"))
        .GetProperty("key").GetString()!;
}

[Collection(SqliteTests.Name)]
public sealed class BankDataTestsOnSqlite(SqliteApp app) : BankDataTests(app)
{
    /// <summary>The files as they lie on the disk, the log of what was written before included.</summary>
    protected override async Task<string> EverythingAsync()
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(App.ConnectionString).DataSource;
        var text = new StringBuilder();
        foreach (var path in new[] { file, $"{file}-wal" })
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}

[Collection(MariaDbTests.Name)]
public sealed class BankDataTestsOnMariaDb(MariaDbApp app) : BankDataTests(app)
{
    /// <summary>Every column of every row of every table.</summary>
    protected override Task<string> EverythingAsync() => App.InDatabaseAsync(async db =>
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    text.Append(rows.GetValue(column)).Append('\n');
                }
            }
        }

        return text.ToString();
    });
}

public sealed class BankKeyTests
{
    [Theory]
    [InlineData("", "Set BankData:Keys:{id} to a key of 32 bytes in base64")]
    [InlineData("c2hvcnQ=", "BankData:Keys:2026-01 must be 32 bytes in base64")]
    [InlineData("not base64", "BankData:Keys:2026-01 must be 32 bytes in base64")]
    public async Task Without_a_key_nothing_starts(string key, string said) =>
        (await Refusals.StartWith(("BankData:Keys:2026-01", key))).ShouldContain(said);

    [Fact]
    public async Task Where_development_cannot_keep_its_key_nothing_starts()
    {
        var beneathAFile = Path.Combine(AppContext.BaseDirectory, "TalkConnect.Web.dll", "bank-data.key");

        var said = await Refusals.StartWith(
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("BankData:Keys:2026-01", ""), ("BankData:DevelopmentKeyFile", beneathAFile));

        said.ShouldContain($"TalkConnect cannot start: BankData:DevelopmentKeyFile is '{beneathAFile}'.");
    }
}
