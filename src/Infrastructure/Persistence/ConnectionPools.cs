using System.Data.Common;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Connections that wait to be used again.</summary>
internal static class ConnectionPools
{
    /// <summary>Closes those that wait beside this one, and those in use when they come back: what broke one has broken the others as well.</summary>
    public static async ValueTask ClearAsync(DbConnection broken)
    {
        switch (broken)
        {
            case MySqlConnection mySql:
                await MySqlConnection.ClearPoolAsync(mySql);
                break;
            case SqliteConnection sqlite:
                SqliteConnection.ClearPool(sqlite);
                break;
        }
    }
}
