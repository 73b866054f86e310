using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;

namespace TalkConnect.Chaos.Faults;

/// <summary>A MariaDB that may be killed: in a folder of its own, on a port that it keeps, with durable commits.</summary>
internal sealed class PrivateMariaDb : IAsyncDisposable
{
    private const string User = "talkconnect";

    private readonly string _folder;
    private readonly int _port;
    private readonly string[] _options;
    private Process? _process;

    private PrivateMariaDb(string folder, string[] options)
    {
        (_folder, _options) = (folder, options);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>For an account that is bound by read_only, unlike an administrator.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Server=127.0.0.1;Port={_port};User ID={User};Password={User};SslMode=None;Database=talkconnect");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes one in a new folder, or in this one.</summary>
    public static async Task<PrivateMariaDb> CreateAsync(string? folder = null, params string[] options)
    {
        var server = new PrivateMariaDb(folder ?? Directory.CreateTempSubdirectory("talkconnect-mariadb-").FullName, options);
        Run("mariadb-install-db", "", ["--no-defaults", .. AsRoot, $"--datadir={server.Data}", "--skip-test-db", "--auth-root-authentication-method=normal", .. options]);

        // With --bootstrap each line is one command.
        Run("mariadbd", $"""
            FLUSH PRIVILEGES;
            CREATE USER '{User}'@'%' IDENTIFIED BY '{User}';
            GRANT ALL PRIVILEGES ON talkconnect.* TO '{User}'@'%';
            CREATE USER 'operator'@'%' IDENTIFIED BY 'operator';
            GRANT ALL PRIVILEGES ON *.* TO 'operator'@'%';

            """, ["--no-defaults", .. AsRoot, $"--datadir={server.Data}", "--bootstrap", .. options]);
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo("mariadbd",
        [
            "--no-defaults", .. AsRoot, $"--datadir={Data}", "--socket=server.sock", $"--pid-file={_folder}/server.pid", "--bind-address=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"--port={_port}"), "--skip-name-resolve", "--max-connections=500",
            "--character-set-server=utf8mb4", "--innodb-flush-log-at-trx-commit=1", .. _options,
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                await CommandAsync("SELECT 1");
                return;
            }
            catch (MySqlException) when (!_process.HasExited)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("MariaDB did not start.");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs a command as its operator.</summary>
    public async Task CommandAsync(string sql)
    {
        await using var connection = new MySqlConnection(new MySqlConnectionStringBuilder(ConnectionString)
        {
            UserID = "operator",
            Password = "operator",
            Database = "",
            Pooling = false,
        }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string[] AsRoot => Environment.IsPrivilegedProcess ? ["--user=root"] : [];

    private static void Run(string program, string input, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {output.Result}{errors}");
        }
    }
}
