using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Common;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Revenue;

/// <summary>300 teachers with 200,000 settled holds, of which one has 20,000: nobody reads the rows of others.</summary>
[Collection(MariaDbTests.Name)]
public sealed class AtScale(MariaDbApp app) : RevenueTest(app)
{
    private const int Busiest = 20_000;
    private const int OfOthers = 602;
    private static readonly RevenuePeriod Year = new("2025-01-01", "2026-01-01", "Asia/Kathmandu");

    /// <summary>Made-up rows do not balance; only the size of the tables matters here.</summary>
    public override Task DisposeAsync() => App.ResetAsync();

    [Fact]
    public async Task Reads_the_teachers_own_rows_by_index()
    {
        await FillAsync();
        var teacher = UserId.From("teacher-7");

        // Counted in rows that the database touched, temporary ones of groups and orders included.
        (await RowsReadAsync(new GetRevenueSummary(teacher, Year))).ShouldBeInRange(OfOthers, OfOthers * 6);
        (await RowsReadAsync(new GetRevenueSeries(teacher, "day", Year))).ShouldBeInRange(OfOthers, OfOthers * 6);
        (await RowsReadAsync(new GetRevenueByCourse(teacher, Year))).ShouldBeInRange(OfOthers, OfOthers * 6);
        (await RowsReadAsync(new ListRevenueLines(UserId.From("teacher-1"), Year, new PageRequest("50", null)))).ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Finds_them_by_the_index_that_was_made_for_it()
    {
        await FillAsync();

        var plan = await ExplainAsync(new ListRevenueLines(UserId.From("teacher-1"), Year, new PageRequest("50", null)));

        plan.ShouldContain("IX_payment_holds_teacher_id_revenue_at_id");
        plan.ShouldNotContain(" ALL ");
        plan.ShouldNotContain("filesort");
    }

    [Fact]
    public async Task Streams_the_busiest_teachers_lines()
    {
        await FillAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/revenue/export.csv");
        request.Headers.Authorization = new("Bearer", new Person("teacher-1", Person.Teacher).Token);

        using var response = await App.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        // Of an answer that was put together first the length would be known.
        response.Content.Headers.ContentLength.ShouldBeNull();
        (await reader.ReadLineAsync())!.ShouldStartWith("hold_id,");
        var (rows, net) = (0, 0m);
        while (await reader.ReadLineAsync() is { } row)
        {
            rows++;
            net += decimal.Parse(row.Split(',')[7], CultureInfo.InvariantCulture);
        }

        rows.ShouldBe(Busiest);
        net.ShouldBe((await Summary(new Person("teacher-1", Person.Teacher))).Net);
    }

    private async Task<long> RowsReadAsync<T>(IRequest<T> question)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("FLUSH STATUS");

        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(question);

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SHOW SESSION STATUS LIKE 'Handler_read%'";
        return (await RowsOfAsync(command)).Sum(row => Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
    }

    private async Task<string> ExplainAsync<T>(IRequest<T> question)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        await db.Database.OpenConnectionAsync();
        var commands = new CountingCommands(App.Provider);
        using (DiagnosticListener.AllListeners.Subscribe(commands))
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(question);
        }

        await using var explain = db.Database.GetDbConnection().CreateCommand();
        explain.CommandText = $"EXPLAIN {commands.Texts.Single()}";
        foreach (var (name, value) in commands.Parameters)
        {
            var parameter = explain.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            explain.Parameters.Add(parameter);
        }

        return string.Join('\n', (await RowsOfAsync(explain)).Select(row => string.Join(' ', row)));
    }

    private static async Task<List<object[]>> RowsOfAsync(DbCommand command)
    {
        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Teacher 1 has the first 20,000; the others share the rest, spread over the year 2025.</summary>
    private async Task FillAsync()
    {
        await RunSqlAsync("""
            INSERT INTO users (id, name, email, role, credit_balance, last_sequence, created_at, version)
            SELECT CONCAT('teacher-', seq), 'T', 'a@b', 'teacher', 0, 0, '2025-01-01', 0 FROM seq_1_to_300
            """);
        await RunSqlAsync("""
            INSERT INTO course_sessions (id, course_id, teacher_id, session_number, title, scheduled_at, duration_minutes, scheduled_end, price, status, completed_by_clock, places_sold, room_endings, room_starts, created_at, version)
            SELECT CONCAT('session-', seq), CONCAT('course-', seq), CONCAT('teacher-', seq), 1, 'Verbs', '2025-01-01', 60, '2025-01-01 01:00', 10, 'completed', 0, 0, '[]', '[]', '2025-01-01', 0 FROM seq_1_to_300
            """);
        await RunSqlAsync($"""
            INSERT INTO payment_holds (id, session_purchase_id, session_id, student_id, teacher_id, amount, fee, status, held_at, due_at, released_at, revenue_at, attempts, version)
            SELECT CONCAT('hold-', seq), CONCAT('purchase-', seq), CONCAT('session-', who), CONCAT('student-', seq MOD 1000), CONCAT('teacher-', who),
                   10 + seq MOD 90, IF(who MOD 5 < 2, 3, 0), IF(seq MOD 10 = 0, 'refunded', 'released'), moment, moment, moment, moment, 0, 0
            FROM (SELECT seq, IF(seq <= {Busiest}, 1, 2 + seq MOD 299) AS who,
                         TIMESTAMPADD(SECOND, (seq * 7919) MOD 31000000, '2025-01-01 12:00:00') AS moment FROM seq_1_to_200000) AS numbers
            """);
        await RunSqlAsync("UPDATE payment_holds SET fee = 0, refunded_amount = amount WHERE status = 'refunded'");
        await RunSqlAsync("ANALYZE TABLE payment_holds");
    }
}
