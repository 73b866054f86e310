using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>What an error of the database means for the unit of work that met it.</summary>
public static class StorageErrors
{
    private static readonly HashSet<int> LostRaceNumbers =
    [
        1020, // the row changed since it was read
        1062, // a unique key: somebody else was first
        1205, // waited too long for a lock
        1213, // deadlock, or refused by the cluster at commit
    ];

    private static readonly HashSet<int> UnavailableNumbers =
    [
        -1, // no answer in the time that a command has, as while a cluster gives its state to a node that joins
        0, // the connection broke
        1021, 1026, 1030, 1114, // no room on the disk
        1040, // too many connections
        1042, // no answer
        1047, // a cluster node that is not ready
        1053, // shutting down
        1290, 1792, 1836, // it takes no writes
        1158, 1159, 1160, 1161, // network errors
        1180, // a cluster node lost the others while it committed
        1927, // the connection was killed
        2002, 2003, 2006, 2013, // no connection, or lost
    ];

    private static readonly HashSet<int> BrokenNumbers = [0, 1053, 1158, 1159, 1160, 1161, 1927, 2006, 2013];

    /// <summary>Somebody else won: the same unit may succeed when it is run again.</summary>
    public static bool IsLostRace(Exception error) => error switch
    {
        DbUpdateConcurrencyException => true,
        MySqlException mysql => LostRaceNumbers.Contains(mysql.Number),
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 || sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        { InnerException: { } inner } => IsLostRace(inner),
        _ => false,
    };

    /// <summary>The database is not there, takes no writes, or was lost on the way: whether a commit happened is not known.</summary>
    public static bool IsUnavailable(Exception error) => error switch
    {
        MySqlException mysql => UnavailableNumbers.Contains(mysql.Number) || (mysql.InnerException is { } cause && IsUnavailable(cause)),
        SqliteException sqlite => sqlite.SqliteErrorCode is 8 or 10 or 13 or 14,
        SocketException or IOException => true,
        { InnerException: { } inner } => IsUnavailable(inner),
        _ => false,
    };

    /// <summary>
    /// The session with the server broke, or was opened while the file took no writes and never will take any. Those that wait in the pool will be the same, and
    /// are not asked before they are used.
    /// </summary>
    public static bool IsBroken(Exception error) => error switch
    {
        MySqlException mysql => BrokenNumbers.Contains(mysql.Number),
        SqliteException sqlite => sqlite.SqliteErrorCode is 8,
        SocketException or IOException => true,
        { InnerException: { } inner } => IsBroken(inner),
        _ => false,
    };
}
