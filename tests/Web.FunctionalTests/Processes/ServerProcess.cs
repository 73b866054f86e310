using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>The server as an operator runs it: a process of its own, which can be stopped and killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
        Api = new Api(() => Http);
    }

    public Api Api { get; }

    public HttpClient Http { get; }

    /// <summary>Starts a server and does not wait for it.</summary>
    public static ServerProcess Launch(ProcessDatabase database, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TalkConnect.Web.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Jwt__SigningKey"] = Tokens.SigningKey;
        start.Environment["LiveKit__Url"] = "wss://video.example.org";
        start.Environment[$"LiveKit__Keys__{LiveKitKeys.Key}"] = LiveKitKeys.Secret;
        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["Settlement__Cron"] = "0 0 0 1 1 ? 2099";
        start.Environment["Database__Provider"] = database.Provider;
        start.Environment["ConnectionStrings__TalkConnect"] = database.ConnectionString;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process, address);
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
