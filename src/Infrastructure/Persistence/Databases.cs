using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Settlement;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.Persistence.SetWise;
using TalkConnect.Infrastructure.Settlement;
using TalkConnect.Infrastructure.Settlement.SetWise;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Which database is used (<c>Database:Provider</c>), and where it is (<c>ConnectionStrings:TalkConnect</c>).</summary>
internal static class Databases
{
    /// <summary>The oldest server that is supported. SQL is written for it, whatever server answers.</summary>
    public static readonly MariaDbServerVersion OldestServer = new(new Version(10, 6));

    /// <summary>
    /// Of a text of several statements a cluster tells only at its end that another node undid the transaction while one of them ran; those after it would
    /// have been committed each for itself.
    /// </summary>
    private const int OneStatement = 1;

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("TalkConnect");
        var provider = configuration["Database:Provider"] ?? "Sqlite";

        return provider.ToUpperInvariant() switch
        {
            "SQLITE" => services
                .AddSingleton<IMigrator, SqliteMigrator>()
                .AddScoped<ISettlementStore, EfSettlementStore>()
                .AddScoped<IRollCalls, EfRollCalls>()
                .AddDbContextPool<TalkConnectDbContext, SqliteTalkConnectDbContext>(options => options.UseSqlite(Sqlite(connection)).AddInterceptors(new WaitsForTheWriter())),
            "MYSQL" => services
                .AddSingleton(new NextHost(MySql(connection)))
                .AddSingleton<IMigrator, MySqlMigrator>()
                .AddScoped<SetWiseCases>()
                .AddScoped<SetWiseWriter>()
                .AddScoped<ISettlementStore, SetWiseSettlementStore>()
                .AddSingleton<RepeatedEvents>()
                .AddSingleton<ClusterQuestion>()
                .AddScoped<IRollCalls, SetWiseRollCalls>()
                .AddDbContextPool<TalkConnectDbContext, MySqlTalkConnectDbContext>((scope, options) => options
                    .UseMySql(MySql(connection), OldestServer, mySql => mySql.MaxBatchSize(OneStatement))
                    .ReplaceService<IMigrationCommandExecutor, RestartableMigrations>()
                    .AddInterceptors(new ForUpdateInterceptor(), scope.GetRequiredService<NextHost>())),
            _ => throw new InvalidOperationException($"Database:Provider is '{provider}'. Set it to Sqlite or MySql."),
        };
    }

    private static string Sqlite(string? connection)
    {
        var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connection) ? "Data Source=data/talkconnect.db" : connection);
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        builder.DefaultTimeout = 30;
        return builder.ToString();
    }

    /// <summary>With what the model needs, so that it stands in the text that <see cref="NextHost"/> changes.</summary>
    /// <remarks>
    /// A session is not reset before it is used again: that would be one more way there and back for each question, and on a cluster the session would forget
    /// to wait for what other nodes have committed. Whoever cannot end a transaction therefore gives up its session.
    /// </remarks>
    private static string MySql(string? connection) => new MySqlConnectionStringBuilder(Needed(connection))
    {
        AllowUserVariables = true,
        UseAffectedRows = false,
        ConnectionReset = false,
    }.ToString();

    private static string Needed(string? connection) => string.IsNullOrWhiteSpace(connection)
        ? throw new InvalidOperationException("ConnectionStrings:TalkConnect is missing. Database:Provider MySql needs it.")
        : connection;
}
