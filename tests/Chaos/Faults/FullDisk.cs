using System.Diagnostics;
using TalkConnect.Chaos.Report;

namespace TalkConnect.Chaos.Faults;

/// <summary>Fills the disk under the database, then makes room again.</summary>
internal static class FullDisk
{
    private const string Size = "160m";

    public static async Task RunAsync(PartReport report)
    {
        var folder = Directory.CreateTempSubdirectory("talkconnect-full-").FullName;
        if (!await DoesAsync("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder))
        {
            Directory.Delete(folder);
            report.Skipped.Add("disk full: only root can mount a small disk");
            return;
        }

        try
        {
            await FillAsync(folder, report);
        }
        finally
        {
            await DoesAsync("umount", folder);
            Directory.Delete(folder);
        }
    }

    private static async Task FillAsync(string folder, PartReport report)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "mariadb")).FullName;
        await using var mariaDb = await PrivateMariaDb.CreateAsync(place, "--innodb-log-file-size=16M");
        await DatabasePart.UnderLoadAsync(mariaDb, report, ("Settlement__BatchSize", "5"), async server =>
        {
            await Task.Delay(1000);
            var filler = Path.Combine(folder, "filler");
            await DoesAsync("dd", "if=/dev/zero", $"of={filler}", "bs=64K");
            report.Count("disk filled");
            await Task.Delay(10_000);

            // What fits into the room that is left still succeeds, so only the rest has to say that it cannot be.
            (await server.Api.Get("/health/live")).Must(200);
            File.Delete(filler);
            await DatabasePart.MustRecoverAsync(server, report, "out of space");
        });
    }

    private static async Task<bool> DoesAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
