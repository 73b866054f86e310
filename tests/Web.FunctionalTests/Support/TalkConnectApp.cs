using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>The whole application on a real port, over a real database of its own and with a clock that the test sets.</summary>
public abstract class TalkConnectApp : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings = new()
    {
        ["Serilog:MinimumLevel:Default"] = "Error",
        ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Error",
        ["urls"] = "http://127.0.0.1:0",
        ["Jwt:SigningKey"] = Tokens.SigningKey,
        ["LiveKit:Url"] = "wss://video.example.org",
        ["BankData:Keys:2026-01"] = BankKeys.First,
        ["RateLimits:Enabled"] = "false",

        // The clock of a test jumps: tests that are about it say themselves when a server listened.
        ["Hearing:HeartbeatSeconds"] = "0",
        ["LiveKit:RosterPollSeconds"] = "0",

        // In the past: tests run the settlement themselves.
        ["Settlement:Cron"] = "0 0 0 1 1 ? 2000",
    };

    private HttpClient? _http;

    protected TalkConnectApp(string provider, string connectionString, SettableClock clock)
    {
        Provider = provider;
        ConnectionString = connectionString;
        Clock = clock;
        Set("Database:Provider", provider);
        Set("ConnectionStrings:TalkConnect", connectionString);
        foreach (var (key, secret) in LiveKitKeys.All)
        {
            Set($"LiveKit:Keys:{key}", secret);
        }

        // Given a port, the factory would set it on a server that may have started meanwhile.
        UseKestrel();
    }

    public SettableClock Clock { get; }

    /// <summary>What is to go wrong between the application and its database.</summary>
    public CommitFaults Faults { get; } = new();

    public string Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Talks to the running server. Redirects are answers here, not something to follow.</summary>
    public HttpClient Http => _http ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });

    /// <summary>One more server over the same database and clock, started with settings of its own.</summary>
    public TalkConnectApp Another(params (string Name, string Value)[] settings)
    {
        var another = new AnotherNode(this);
        foreach (var (name, value) in settings)
        {
            another.Set(name, value);
        }

        another.StartServer();
        return another;
    }

    /// <summary>Empties the database and sets the clock back.</summary>
    public async Task ResetAsync()
    {
        Clock.Now = SettableClock.Noon;
        await EmptyAsync();
    }

    /// <summary>Each call has its own context, so that a test never reads what it wrote itself out of a cache.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<TalkConnectDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>());
    }

    protected abstract Task EmptyAsync();

    protected void Set(string name, string value) => _settings[name] = value;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new MicrosecondClock(Clock)));

            // While nobody intercepts commands, a pooled context looks only once a second whether somebody counts them.
            services.ConfigureDbContext<SqliteTalkConnectDbContext>(options => options.AddInterceptors(Faults, new CommandsAreHeard()));
            services.ConfigureDbContext<MySqlTalkConnectDbContext>(options => options.AddInterceptors(Faults));
        });
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http?.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class CommandsAreHeard : DbCommandInterceptor;

    private sealed class AnotherNode(TalkConnectApp first) : TalkConnectApp(first.Provider, first.ConnectionString, first.Clock)
    {
        protected override Task EmptyAsync() => first.EmptyAsync();
    }
}
