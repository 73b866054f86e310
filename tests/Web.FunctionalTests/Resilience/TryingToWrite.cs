using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>SQLite has one writer at a time. Who waits for it is well, unless it never ends.</summary>
[Collection(SqliteTests.Name)]
public sealed class TryingToWrite(SqliteApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Fails_only_when_somebody_else_has_written_for_half_a_minute()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        var clock = new Stopwatch();
        using var trial = new WriteTrial(clock);
        await trial.MakeAsync(db, CancellationToken.None);

        await using (var other = new SqliteConnection(App.ConnectionString))
        {
            await other.OpenAsync();
            await using var writing = other.BeginTransaction();
            clock.Seconds += 2;
            await trial.MakeAsync(db, CancellationToken.None);
            clock.Seconds += 29;
            (await Should.ThrowAsync<SqliteException>(() => trial.MakeAsync(db, CancellationToken.None))).SqliteErrorCode.ShouldBe(5);
        }

        await trial.MakeAsync(db, CancellationToken.None);
    }

    [Fact]
    public async Task Waits_in_SQLite_itself_and_not_in_its_driver()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();

        (await db.Database.SqlQueryRaw<int>("SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync()).ShouldBe(1000);
    }

    private sealed class Stopwatch : TimeProvider
    {
        public long Seconds { get; set; } = 1;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
