using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>The server as an operator runs it: a process of its own, which can be stopped and killed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
        Api = new Api(() => Http);
    }

    public Api Api { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>What it has written so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Its memory now, in MiB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Starts a server and does not wait for it.</summary>
    public static ServerProcess Launch(ProcessDatabase database, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Command(database, settings);
        start.Environment["ASPNETCORE_URLS"] = address.ToString();

        var process = Process.Start(start)!;
        var server = new ServerProcess(process, address);
        process.OutputDataReceived += (_, line) => server._log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => server._log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        ProcessDatabase database, string command, params (string Name, string Value)[] settings)
    {
        var start = Command(database, settings);
        start.ArgumentList.Add(command);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessDatabase database, params (string Name, string Value)[] settings)
    {
        var server = Launch(database, settings);
        await server.WaitUntilReadyAsync();
        return server;
    }

    public async Task WaitUntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await IsReadyAsync())
        {
            _process.HasExited.ShouldBeFalse("The server has ended before it was ready.");
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Lets the system refuse whatever the process writes to files, or take it again.</summary>
    public async Task RefuseWritesAsync(bool refuse)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{_process.Id}", $"--fsize={(refuse ? "0" : "unlimited")}:"]);
        await limit.WaitForExitAsync();
        limit.ExitCode.ShouldBe(0);
    }

    /// <summary>How often it has run a unit of work again: because others were first (<c>race</c>), because the database was away (<c>database</c>), or both.</summary>
    public async Task<double> RetriedAsync(string cause = "") => Retried().Matches(await Http.GetStringAsync("/metrics"))
        .Where(match => match.Groups[1].Value.Contains($"cause=\"{cause}", StringComparison.Ordinal))
        .Sum(match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends the process as an operator would.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Command(ProcessDatabase database, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true, RedirectStandardError = true };

        // A refused write is an error to it, as on a disk; by default the system would end the process (RefuseWritesAsync).
        start.ArgumentList.Add("--ignore-signal=XFSZ");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TalkConnect.Web.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Jwt__SigningKey"] = Tokens.SigningKey;
        start.Environment["LiveKit__Url"] = "wss://video.example.org";
        start.Environment[$"LiveKit__Keys__{LiveKitKeys.Key}"] = LiveKitKeys.Secret;
        start.Environment["BankData__Keys__2026-01"] = BankKeys.First;
        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["Settlement__Cron"] = "0 0 0 1 1 ? 2099";
        start.Environment["Database__Provider"] = database.Provider;
        start.Environment["ConnectionStrings__TalkConnect"] = database.ConnectionString;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    [GeneratedRegex(@"^talkconnect_units_retried_total(\{[^}]*\}) ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Retried();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
