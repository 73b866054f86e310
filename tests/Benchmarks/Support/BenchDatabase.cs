using System.Diagnostics;
using System.Globalization;
using MySqlConnector;
using TalkConnect.Application;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Withdrawals;

namespace TalkConnect.Benchmarks.Support;

/// <summary>A database of the benchmarks on the MariaDB of the tests, and the product's services over it.</summary>
internal sealed class BenchDatabase
{
    private readonly string _server = Environment.GetEnvironmentVariable("TALKCONNECT_TEST_MARIADB")
        ?? throw new InvalidOperationException("TALKCONNECT_TEST_MARIADB is not set. Run build/bench, which starts a MariaDB and sets it.");

    private BenchDatabase(string name) => ConnectionString = $"{_server};Database={name};AllowUserVariables=true;DefaultCommandTimeout=600";

    public string ConnectionString { get; }

    /// <summary>An empty database with today's schema.</summary>
    public static async Task<BenchDatabase> CreateAsync(string name)
    {
        var database = new BenchDatabase(name);
        await using (var connection = new MySqlConnection(database._server))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
            await command.ExecuteNonQueryAsync();
        }

        await using var services = database.Services();
        await services.GetRequiredService<IMigrator>().MigrateAsync(CancellationToken.None);
        return database;
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<string> ReadAsync(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)));
    }

    /// <summary>The product, with batches of 1,000.</summary>
    public ServiceProvider Services(int workers = 1) => Product(ConnectionString, workers);

    /// <summary>As much of the product as settles, on a database.</summary>
    public static ServiceProvider Product(string connectionString, int workers = 1)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "MySql",
            ["ConnectionStrings:TalkConnect"] = connectionString,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddApplication().AddInfrastructure(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Rules);
        services.AddSingleton(new AttendanceRules(Rules.Threshold, TimeSpan.FromMinutes(10)));
        services.AddSingleton(new SessionTiming(TimeSpan.FromMinutes(15), TimeSpan.Zero));
        services.AddSingleton(new SettlementPace(1000, workers));
        services.AddSingleton(new CircuitBreaker(50, 200, RefundMargin: 0.25m, ZeroAttendanceMargin: 0.20m, VolumeFactor: 5));
        services.AddSingleton(new WebhookBacklog(5000));
        services.AddSingleton(new WithdrawalRules(Money.Of(10), 3, null));
        services.AddSingleton(BankKeyRing.Of([KeyValuePair.Create("bench", Convert.ToBase64String(new byte[BankKeyRing.KeyBytes]))]));
        return services.BuildServiceProvider();
    }

    private static SettlementRules Rules { get; } = new(SettlementPolicy.SeedV1, AttendanceThreshold.Of(20m), new CommissionPolicy(0.30m, 0m), new SessionTiming(TimeSpan.FromMinutes(15), TimeSpan.Zero));

    /// <summary>The processor time that this process and the database server have used.</summary>
    public (TimeSpan Own, TimeSpan Server) Cpu()
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"--port={new MySqlConnectionStringBuilder(_server).Port}");
        var server = Process.GetProcesses().Where(process => process.ProcessName.StartsWith("mariadbd", StringComparison.Ordinal))
            .FirstOrDefault(process => File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0').Contains(mark));
        return (Environment.CpuUsage.TotalTime, server?.TotalProcessorTime ?? TimeSpan.Zero);
    }
}
