using System.Diagnostics;

namespace TalkConnect.Chaos.Faults;

/// <summary>The machine's own programs.</summary>
internal static class Shell
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static async Task<bool> DoesAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    /// <summary>Runs a program that has to succeed.</summary>
    public static async Task MustAsync(string program, params string[] arguments) =>
        (await DoesAsync(program, arguments)).ShouldBeTrue($"{program} {string.Join(' ', arguments)} failed.");
}
