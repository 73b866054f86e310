using System.Globalization;
using MySqlConnector;

namespace TalkConnect.Benchmarks.Reads;

/// <summary>The yardstick, in a process of its own: a minimal API whose answers are one ADO.NET read each. It asks nobody who they are.</summary>
internal static class AdoServer
{
    private const string Wallet = """
        SELECT u.credit_balance, (SELECT COALESCE(SUM(h.amount), 0) FROM payment_holds h WHERE h.teacher_id = u.id AND h.status IN ('held', 'disputed', 'needs_review'))
        FROM users u WHERE u.id = @id
        """;

    private const string Summary = """
        SELECT u.credit_balance, COALESCE(s.gross, 0), COALESCE(s.fee, 0), COALESCE(s.refunded, 0), COALESCE(s.sessions, 0), COALESCE(s.students, 0),
            (SELECT COALESCE(SUM(h.amount), 0) FROM payment_holds h WHERE h.teacher_id = u.id AND h.status IN ('held', 'disputed', 'needs_review')),
            (SELECT MIN(h.due_at) FROM payment_holds h WHERE h.teacher_id = u.id AND h.status IN ('held', 'disputed', 'needs_review')),
            (SELECT COALESCE(SUM(w.amount), 0) FROM withdrawals w WHERE w.teacher_id = u.id AND w.status = 'completed')
        FROM users u LEFT JOIN (
            SELECT teacher_id, SUM(IF(status = 'released', amount, 0)) AS gross, SUM(fee) AS fee, SUM(IF(status = 'refunded', amount, 0)) AS refunded,
                COUNT(DISTINCT IF(status = 'released', session_id, NULL)) AS sessions, COUNT(DISTINCT IF(status = 'released', student_id, NULL)) AS students
            FROM payment_holds WHERE teacher_id = @id AND status IN ('released', 'refunded')) s ON s.teacher_id = u.id
        WHERE u.id = @id
        """;

    public static Task RunAsync(string url, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/wallet/{id}", async (string id) =>
        {
            await using var connection = new MySqlConnection(connectionString);
            await using var reader = await ReadAsync(connection, Wallet, id);
            return Results.Json(new { credit_balance = reader.GetDecimal(0), held = reader.GetDecimal(1), currency = "USD" });
        });
        app.MapGet("/summary/{id}", async (string id) =>
        {
            await using var connection = new MySqlConnection(connectionString);
            await using var reader = await ReadAsync(connection, Summary, id);
            return Results.Json(new
            {
                gross = reader.GetDecimal(1),
                commission = reader.GetDecimal(2),
                net = reader.GetDecimal(1) - reader.GetDecimal(2),
                refunded = reader.GetDecimal(3),
                withdrawn = reader.GetDecimal(8),
                sessions = reader.GetInt64(4),
                students = reader.GetInt64(5),
                held = reader.GetDecimal(6),
                available = reader.GetDecimal(0),
                next_due = await reader.IsDBNullAsync(7) ? null : reader.GetDateTime(7).ToString("O", CultureInfo.InvariantCulture),
            });
        });
        return app.RunAsync(url);
    }

    private static async Task<MySqlDataReader> ReadAsync(MySqlConnection connection, string sql, string id)
    {
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        command.Parameters.AddWithValue("@id", id);
        var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader;
    }
}
