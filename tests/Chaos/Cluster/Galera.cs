using System.Diagnostics;
using System.Globalization;
using MySqlConnector;

namespace TalkConnect.Chaos.Cluster;

/// <summary>The three database nodes that <c>build/cluster</c> starts on this machine.</summary>
internal static class Galera
{
    private static readonly string Script = Path.Combine(Root(), "build", "cluster");

    /// <summary>A database's connection string for a web node: the hosts in the order in which it tries them.</summary>
    public static string Connection(int first, string database) => new MySqlConnectionStringBuilder
    {
        Server = string.Join(',', Enumerable.Range(0, 3).Select(step => $"127.0.0.{((first - 1 + step) % 3) + 1}")),
        LoadBalance = MySqlLoadBalance.FailOver,
        Port = uint.Parse(Environment.GetEnvironmentVariable("CLUSTER_PORT") ?? "24306", CultureInfo.InvariantCulture),
        UserID = "talkconnect",
        Password = "talkconnect",
        SslMode = MySqlSslMode.None,
        ConnectionTimeout = 3,
        Database = database,
    }.ToString();

    public static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Script, .. command]) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"build/cluster {string.Join(' ', command)}: {said}");
        }
    }

    /// <summary>What the rows of each table amount to on one node, once it has applied what the others wrote.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ChecksumsAsync(int node, string database)
    {
        var settings = new MySqlConnectionStringBuilder(Connection(node, database)) { Server = $"127.0.0.{node}", Pooling = false };
        await using var connection = new MySqlConnection(settings.ToString());
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SET SESSION wsrep_sync_wait = 1; SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1";
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add($"`{reader.GetString(0)}`");
            }
        }

        await using var check = connection.CreateCommand();
        check.CommandText = $"CHECKSUM TABLE {string.Join(", ", tables)}";
        check.CommandTimeout = 120;
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var rows = await check.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            sums[rows.GetString(0)] = Convert.ToString(rows.GetValue(1), CultureInfo.InvariantCulture)!;
        }

        return sums;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TalkConnect.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
