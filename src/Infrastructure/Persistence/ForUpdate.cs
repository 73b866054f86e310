using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Marks queries that lock the rows they read. SQLite needs no locks: there a unit of work is the only writer.</summary>
internal static class ForUpdate
{
    internal const string Wait = "for update";
    internal const string SkipLocked = "for update skip locked";

    /// <summary>Locks the rows until the unit of work ends, waiting for whoever has them.</summary>
    public static IQueryable<T> Locked<T>(this IQueryable<T> query) => query.TagWith(Wait);

    /// <summary>Locks the rows that nobody else has.</summary>
    public static IQueryable<T> LockedOrSkipped<T>(this IQueryable<T> query) => query.TagWith(SkipLocked);
}

/// <summary>Turns the marks of <see cref="ForUpdate"/> into MySQL's words: LINQ has none for a lock.</summary>
internal sealed class ForUpdateInterceptor : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lock(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lock(command);
        return ValueTask.FromResult(result);
    }

    private static void Lock(DbCommand command)
    {
        if (command.CommandText.StartsWith($"-- {ForUpdate.SkipLocked}", StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR UPDATE SKIP LOCKED";
        }
        else if (command.CommandText.StartsWith($"-- {ForUpdate.Wait}", StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR UPDATE";
        }
    }
}
