using System.Diagnostics;
using System.Globalization;
using MySqlConnector;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Webhooks;

/// <summary>The yardstick: the inbox's rows alone, each inserted and committed by itself, without HTTP, signature or attendance.</summary>
internal static class PlainInserts
{
    private static int _run;

    public static async Task<double> PerSecondAsync(BenchDatabase database, int rows, int connections)
    {
        var run = ++_run;
        var open = new List<MySqlConnection>();
        for (var index = 0; index < connections; index++)
        {
            var connection = new MySqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            open.Add(connection);
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(open.Select((connection, index) => Task.Run(() => InsertAsync(connection, $"{run}-{index}", rows / connections))));
        var took = Stopwatch.GetElapsedTime(started);
        open.ForEach(connection => connection.Dispose());
        return rows / connections * connections / took.TotalSeconds;
    }

    private static async Task InsertAsync(MySqlConnection connection, string label, int rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO webhook_events (id, event, room_name, room_sid, identity, participant_sid, is_person, joined_at, occurred_at, received_at, session_id)
            VALUES (@id, 'participant_joined', 'course_0001-k-1234_session_1_lesson_1', 'RM_00011234', '0001-s-1234', 'PA_00011234', 1,
                '2026-01-05 10:00:00', '2026-01-05 10:00:00', '2026-01-05 10:00:01', '0001-c-1234')
            """;
        var id = command.Parameters.Add("@id", MySqlDbType.VarChar);
        for (var row = 0; row < rows; row++)
        {
            id.Value = string.Create(CultureInfo.InvariantCulture, $"plain-{label}-{row}");
            await command.ExecuteNonQueryAsync();
        }
    }
}
