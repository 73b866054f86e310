using System.Diagnostics;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Starts a server whose settings cannot be right, and hears what it says to its operator.</summary>
public static class Refusals
{
    /// <summary>What a server writes to the error output before it ends; it must end by itself and report a failure.</summary>
    public static async Task<string> StartWith(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TalkConnect.Web.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Jwt__SigningKey"] = Tokens.SigningKey;
        start.Environment["LiveKit__Url"] = "wss://video.example.org";
        start.Environment[$"LiveKit__Keys__{LiveKitKeys.Key}"] = LiveKitKeys.Secret;
        start.Environment["BankData__Keys__2026-01"] = BankKeys.First;

        // Should it start after all, it stops here.
        start.Environment["Database__Provider"] = "MySql";
        start.Environment["ConnectionStrings__TalkConnect"] = "";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(1, said);
        return said;
    }
}
