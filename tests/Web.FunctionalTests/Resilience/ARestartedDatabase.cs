using System.Globalization;
using MySqlConnector;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>Sessions that wait in the pool are not asked whether they still are; after a restart of the database none is.</summary>
[Collection(MariaDbTests.Name)]
public sealed class ARestartedDatabase(MariaDbApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Costs_readers_one_answer_at_most()
    {
        var student = await AStudent(credit: 10);
        await SessionsAreOpenAndBreak(student);

        var first = await Api.Get("/api/me/wallet", student);
        if (first.Status != 200)
        {
            first.MustBeRefused(503, "database_unavailable");
        }

        (await Api.Get("/api/me/wallet", student)).Must(200);
    }

    [Fact]
    public async Task Costs_writers_nothing()
    {
        var student = await AStudent();
        await SessionsAreOpenAndBreak(student);

        await Deposits(student, 10);
    }

    [Fact]
    public async Task Costs_LiveKit_nothing()
    {
        await SessionsAreOpenAndBreak(await AStudent());

        (await LiveKit.Tells(LiveKitEvents.RoomStarted(Room.Of("nowhere", 1, 1), App.Clock.Now))).Must(200);
    }

    private async Task SessionsAreOpenAndBreak(Person reader)
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ => (await Api.Get("/api/me/wallet", reader)).Must(200)));

        await using var server = new MySqlConnection(MariaDbApp.TestServer);
        await server.OpenAsync();
        await using var command = server.CreateCommand();
        command.CommandText = $"SELECT id FROM information_schema.processlist WHERE db = '{new MySqlConnectionStringBuilder(App.ConnectionString).Database}'";
        var sessions = new List<long>();
        await using (var reading = await command.ExecuteReaderAsync())
        {
            while (await reading.ReadAsync())
            {
                sessions.Add(Convert.ToInt64(reading.GetValue(0), CultureInfo.InvariantCulture));
            }
        }

        sessions.Count.ShouldBeGreaterThan(1);
        command.CommandText = string.Join("; ", sessions.Select(session => $"KILL {session}"));
        await command.ExecuteNonQueryAsync();
    }
}
