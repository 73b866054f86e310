using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MySqlConnector;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Persistence.SetWise;

/// <summary>What statements over many rows have in common.</summary>
internal static class SetWiseSql
{
    // It goes along as a parameter and never into a page: only what JSON itself needs is escaped.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Ids in their order, in which rows are locked, as the JSON that a query joins with.</summary>
    public static string Json<TId>(IEnumerable<TId> ids)
        where TId : struct, IEntityId<TId> => JsonSerializer.Serialize(ids.Order().Select(id => id.Value), Readable);

    /// <summary>Pairs as JSON arrays of two.</summary>
    public static string Json<TLeft, TRight>(IEnumerable<(TLeft Left, TRight Right)> pairs)
        where TLeft : struct, IEntityId<TLeft>
        where TRight : struct, IEntityId<TRight> => JsonSerializer.Serialize(pairs.Order().Select(pair => new[] { pair.Left.Value, pair.Right.Value }), Readable);

    /// <summary>Any texts as JSON.</summary>
    public static string Json(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Readable);

    /// <summary>Rows of any values as JSON arrays.</summary>
    public static string JsonOf(IEnumerable<object?[]> rows) => JsonSerializer.Serialize(rows, Readable);

    /// <summary>Runs a statement in the running transaction. EF's own command would look for places of parameters in a megabyte of text.</summary>
    /// <returns>How many rows it found to change.</returns>
    public static async Task<int> RunAsync(this TalkConnectDbContext db, string sql, DateTime? now, CancellationToken cancellationToken)
    {
        await using var command = db.Command(sql);
        if (now is { } time)
        {
            command.Parameters.AddWithValue("@now", time);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static MySqlCommand Command(this TalkConnectDbContext db, string sql)
    {
        var command = ((MySqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (MySqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }
}
