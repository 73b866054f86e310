using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>A tick with nothing due costs one query, however much was settled before and however much is not due yet.</summary>
public abstract class AnIdleTick(TalkConnectApp app) : FunctionalTest(app)
{
    private const int NotYetDue = 50_000;
    private const int Settled = 20_000;

    /// <summary>Made-up rows do not balance; only the size of the tables matters here.</summary>
    public override Task DisposeAsync() => App.ResetAsync();

    [Fact]
    public async Task Sends_one_query()
    {
        await FillAsync();
        var commands = new CountingCommands(App.Provider);
        using var subscription = DiagnosticListener.AllListeners.Subscribe(commands);

        await TickAsync();

        commands.Texts.Count.ShouldBe(1, string.Join("\n---\n", commands.Texts));
    }

    [Fact]
    public async Task Reads_neither_history_nor_future()
    {
        await FillAsync();

        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        var store = scope.ServiceProvider.GetRequiredService<ISettlementBacklog>();
        await db.Database.OpenConnectionAsync();

        await MustReadNextToNothingAsync(db.Database.GetDbConnection(), () => store.HasWorkAsync(App.Clock.Now, inBackOff: false, CancellationToken.None));
    }

    [Fact]
    public async Task Finds_the_one_hold_that_is_due_among_them()
    {
        await FillAsync();
        await App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE payment_holds SET due_at = '2026-03-02 11:59:59' WHERE id = 'hold-777'"));

        await using var scope = App.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ISettlementBacklog>();

        (await store.HasWorkAsync(App.Clock.Now, inBackOff: false, CancellationToken.None)).ShouldBeTrue();
        (await store.ListDueAsync(App.Clock.Now, inBackOff: false, null, 10, CancellationToken.None)).Single().Id.Value.ShouldBe("hold-777");
    }

    /// <summary>Runs the work and looks at how the database did it.</summary>
    protected abstract Task MustReadNextToNothingAsync(DbConnection connection, Func<Task<bool>> work);

    protected static async Task<string> ExplainAsync(DbConnection connection, string word, CountingCommands commands)
    {
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"{word} {commands.Texts.Single()}";
        foreach (var (name, value) in commands.Parameters)
        {
            var parameter = explain.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            explain.Parameters.Add(parameter);
        }

        await using var reader = await explain.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', rows);
    }

    private async Task TickAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var run = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunSettlement(Manual: false, IdempotencyKey: null));
        (run.Released + run.Refunded + run.Failed + run.CompletedSessions).ShouldBe(0);
    }

    private async Task FillAsync()
    {
        const string Holds =
            "INSERT INTO payment_holds (id, session_purchase_id, session_id, student_id, teacher_id, amount, status, held_at, due_at, attempts, version) VALUES ";
        var rows = Enumerable.Range(0, NotYetDue + Settled).Select(number => number < NotYetDue
            ? $"('hold-{number}','purchase-{number}','session','student','teacher',1,'held','2026-01-01 00:00:00','2026-04-01 00:00:00',0,0)"
            : $"('hold-{number}','purchase-{number}','session','student','teacher',1,'released','2025-01-01 00:00:00','2025-02-01 00:00:00',0,0)");

        await App.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var chunk in rows.Chunk(1000))
            {
                await db.Database.ExecuteSqlRawAsync(Holds + string.Join(',', chunk));
            }

            await transaction.CommitAsync();
            return NotYetDue + Settled;
        });
    }
}

[Collection(SqliteTests.Name)]
public sealed class AnIdleTickOnSqlite(SqliteApp app) : AnIdleTick(app)
{
    protected override async Task MustReadNextToNothingAsync(DbConnection connection, Func<Task<bool>> work)
    {
        var commands = new CountingCommands(App.Provider);
        using (DiagnosticListener.AllListeners.Subscribe(commands))
        {
            (await work()).ShouldBeFalse();
        }

        var plan = await ExplainAsync(connection, "EXPLAIN QUERY PLAN", commands);

        plan.ShouldContain("SEARCH course_sessions USING COVERING INDEX IX_course_sessions_status_scheduled_end (status=? AND scheduled_end<?)");
        plan.ShouldContain("SEARCH payment_holds USING INDEX IX_payment_holds_status_due_at_id (status=? AND due_at<?)");
        plan.ShouldNotContain("SCAN payment_holds");
        plan.ShouldNotContain("SCAN course_sessions");
    }
}

[Collection(MariaDbTests.Name)]
public sealed class AnIdleTickOnMariaDb(MariaDbApp app) : AnIdleTick(app)
{
    protected override async Task MustReadNextToNothingAsync(DbConnection connection, Func<Task<bool>> work)
    {
        var commands = new CountingCommands(App.Provider);
        await ExecuteAsync(connection, "FLUSH STATUS");
        using (DiagnosticListener.AllListeners.Subscribe(commands))
        {
            (await work()).ShouldBeFalse();
        }

        (await RowsReadAsync(connection)).ShouldBeLessThan(20);

        var plan = await ExplainAsync(connection, "EXPLAIN", commands);
        plan.ShouldContain("IX_payment_holds_status_due_at_id");
        plan.ShouldContain("IX_course_sessions_status_scheduled_end");
        plan.ShouldNotContain(" ALL ");
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> RowsReadAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SHOW SESSION STATUS LIKE 'Handler_read%'";
        await using var reader = await command.ExecuteReaderAsync();
        long rows = 0;
        while (await reader.ReadAsync())
        {
            rows += Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture);
        }

        return rows;
    }
}
