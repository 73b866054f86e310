namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>A key is changed as the runbook says: add the new one, reseal, take the old one away.</summary>
public abstract class ResealingBankData(string provider)
{
    [Fact]
    public async Task Makes_the_old_key_dispensable()
    {
        await using var database = ProcessDatabase.Missing(provider);
        WithdrawalShape withdrawal;
        Marketplace market;
        await using (var server = await ServerProcess.StartAsync(database))
        {
            market = new Marketplace(server.Api);
            await market.OpenAsync();
            (await server.Api.Post($"/api/admin/users/{market.Teacher.Id}/credits", new { amount = 20, reason = "gift" }, market.Admin)).Must(201);
            var body = new { amount = 20, bank_account_info = new { bank_name = "B", account_number = "1234-5678", account_name = "A" } };
            withdrawal = (await server.Api.Post("/api/withdrawals", body, market.Teacher)).Must(201).As<WithdrawalShape>();
        }

        var (code, output) = await ServerProcess.RunAsync(database, "reseal-bank-data", ("BankData__Keys__2026-02", BankKeys.Second));
        code.ShouldBe(0, output);
        output.ShouldContain("1 withdrawals were encrypted under the newest key");
        (await ServerProcess.RunAsync(database, "reseal-bank-data", ("BankData__Keys__2026-02", BankKeys.Second))).Output.ShouldContain("0 withdrawals");

        // Under its new name alone, as after the old key was deleted.
        await using var next = await ServerProcess.StartAsync(database, ("BankData__Keys__2026-01", ""), ("BankData__Keys__2026-02", BankKeys.Second));
        (await next.Api.Get($"/api/admin/withdrawals/{withdrawal.Id}", market.Admin)).Must(200)
            .As<WithdrawalShape>().BankAccountInfo.AccountNumber.ShouldBe("1234-5678");
    }

    [Fact]
    public async Task Without_the_old_key_says_what_is_missing_and_changes_nothing()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using (var server = await ServerProcess.StartAsync(database))
        {
            var market = new Marketplace(server.Api);
            await market.OpenAsync();
            (await server.Api.Post($"/api/admin/users/{market.Teacher.Id}/credits", new { amount = 20, reason = "gift" }, market.Admin)).Must(201);
            var body = new { amount = 20, bank_account_info = new { bank_name = "B", account_number = "1234-5678", account_name = "A" } };
            (await server.Api.Post("/api/withdrawals", body, market.Teacher)).Must(201);
        }

        var (code, output) = await ServerProcess.RunAsync(
            database, "reseal-bank-data", ("BankData__Keys__2026-01", ""), ("BankData__Keys__2026-02", BankKeys.Second));

        code.ShouldBe(1);
        output.ShouldContain("BankData:Keys:2026-01");
    }
}

public sealed class ResealingBankDataOnSqlite() : ResealingBankData("Sqlite");

public sealed class ResealingBankDataOnMariaDb() : ResealingBankData("MySql");
