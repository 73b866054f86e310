using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TalkConnect.Benchmarks.Support;

/// <summary>The real server, in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string SigningKey = "a-signing-key-for-the-benchmarks-only";
    public const string LiveKitKey = "benchkey";
    public const string LiveKitSecret = "a-livekit-secret-for-the-benchmarks-only";

    private readonly Process _process;

    private ServerProcess(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    public IPEndPoint Address { get; }

    /// <summary>Its processor time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its memory now, in MiB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<ServerProcess> StartAsync(BenchDatabase database)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var start = new ProcessStartInfo("dotnet", Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Web/release/TalkConnect.Web.dll")))
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{address.Port}"),
                ["Database__Provider"] = "MySql",
                ["ConnectionStrings__TalkConnect"] = database.ConnectionString,
                ["Jwt__SigningKey"] = SigningKey,
                ["LiveKit__Url"] = "wss://video.example.org",
                [$"LiveKit__Keys__{LiveKitKey}"] = LiveKitSecret,
                ["BankData__Keys__bench"] = Convert.ToBase64String(new byte[32]),
                ["RateLimits__Enabled"] = "false",
                ["Settlement__Cron"] = "0 0 0 1 1 ? 2099",
                ["Settlement__BatchSize"] = "1000",
                ["Serilog__MinimumLevel__Default"] = "Error",
                ["DOTNET_gcServer"] = "0",
            },
        };
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();

        using var http = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        for (var tries = 0; tries < 300 && !process.HasExited; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return new ServerProcess(process, address);
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
