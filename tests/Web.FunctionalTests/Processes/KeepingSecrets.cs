namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>However much a server is told to log: nothing secret or personal is in it.</summary>
public abstract class KeepingSecrets(string provider)
{
    private const string Number = "DE89370400440532013000";
    private static readonly object Destination = new { bank_name = "Bank of Secrets", account_number = Number, account_name = "Thomas Secret" };

    [Fact]
    public async Task Logs_no_bank_data_no_tokens_and_no_bodies()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var server = await ServerProcess.StartAsync(
            database,
            ("Serilog__MinimumLevel__Default", "Verbose"),
            ("Serilog__MinimumLevel__Override__Microsoft", "Verbose"),
            ("Serilog__MinimumLevel__Override__FastEndpoints", "Verbose"));
        var market = new Marketplace(server.Api);
        await market.OpenAsync();
        var session = await market.ScheduleAsync(10);
        var student = await market.AddStudentAsync(10);
        (await market.BuyAsync(session, student)).Must(201);
        await market.AttendAsync(session, student, 30);
        (await server.Api.Post($"/api/admin/users/{market.Teacher.Id}/credits", new { amount = 100, reason = "a secret reason" }, market.Admin)).Must(201);
        var made = (await server.Api.Post("/api/withdrawals", new { amount = 20, bank_account_info = Destination }, market.Teacher, "a-key")).Must(201);
        (await server.Api.Post("/api/withdrawals", new { amount = 500, bank_account_info = Destination }, market.Teacher)).Must(409);
        (await server.Api.Post("/api/withdrawals", new { amount = -1, bank_account_info = Destination }, market.Teacher)).Must(400);
        (await server.Api.PostText("/api/withdrawals", $$"""{"amount":"{{Number}}","bank_account_info":"{{Number}}"}""", market.Teacher)).Must(400);
        (await server.Api.PostText("/api/withdrawals", $$"""{"{{Number}}":""", market.Teacher)).Must(400);
        (await server.Api.Get($"/api/admin/withdrawals/{made.As<WithdrawalShape>().Id}", market.Admin)).Must(200);

        await server.TerminateAsync();
        var log = server.Log;

        log.ShouldContain("/api/withdrawals", customMessage: "the requests are in the log");
        foreach (var secret in new[] { Number, "Bank of Secrets", "Thomas Secret", "a secret reason", market.Teacher.Token, market.Admin.Token, Tokens.SigningKey, LiveKitKeys.Secret, BankKeys.First })
        {
            log.ShouldNotContain(secret);
        }
    }
}

public sealed class KeepingSecretsOnSqlite() : KeepingSecrets("Sqlite");

public sealed class KeepingSecretsOnMariaDb() : KeepingSecrets("MySql");
