using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence.SetWise;

/// <summary>How a session is asked whether it is one of a cluster. MySQL, and MariaDB as it is built for some systems, know of no clusters and would refuse the question.</summary>
internal sealed class ClusterQuestion
{
    private const string Known = "SELECT @@wsrep_on";
    private const string Unknown = "SELECT 0";

    private string? _sql;

    /// <summary>The question, which answers with one truth. What the server knows is found out once.</summary>
    public async ValueTask<string> SqlAsync(MySqlConnection session, CancellationToken cancellationToken)
    {
        if (_sql is null)
        {
            await using var command = session.CreateCommand();
            command.CommandText = "SHOW SESSION VARIABLES LIKE 'wsrep_on'";
            _sql = await command.ExecuteScalarAsync(cancellationToken) is null ? Unknown : Known;
        }

        return _sql;
    }
}
