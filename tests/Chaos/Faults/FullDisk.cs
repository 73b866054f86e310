using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Fills the disk under a database, then makes room again.</summary>
internal static class FullDisk
{
    /// <param name="size">How large the disk is, as <c>mount</c> has it.</param>
    /// <param name="databaseIn">Makes the database in a folder of that disk.</param>
    /// <param name="report">What happened.</param>
    public static async Task RunAsync(string size, Func<string, Task<ProcessDatabase>> databaseIn, PartReport report)
    {
        var folder = Directory.CreateTempSubdirectory("talkconnect-full-").FullName;
        if (!await Shell.DoesAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder))
        {
            Directory.Delete(folder);
            report.Skipped.Add("disk full: only root can mount a small disk");
            return;
        }

        try
        {
            await using var database = await databaseIn(Directory.CreateDirectory(Path.Combine(folder, "database")).FullName);
            await FillAsync(folder, database, report);
        }
        finally
        {
            await Shell.DoesAsync("umount", folder);
            Directory.Delete(folder);
        }
    }

    private static Task FillAsync(string folder, ProcessDatabase database, PartReport report) => DatabasePart.UnderLoadAsync(database, report, async server =>
    {
        await Task.Delay(1000);
        var filler = Path.Combine(folder, "filler");
        var before = await server.RetriedAsync("database");
        await Shell.DoesAsync("dd", "if=/dev/zero", $"of={filler}", "bs=4K");
        report.Count("disk filled");
        await Task.Delay(10_000);

        // What fits into the room that is left still succeeds, so only the rest has to say that it cannot be.
        (await server.Api.Get("/health/live")).Must(200);
        var met = await server.RetriedAsync("database") - before;
        report.Figures["attempts of units of work that met the full disk"] = met;
        if (met == 0)
        {
            report.Violations.Add("nobody met the full disk, so this showed nothing");
        }

        File.Delete(filler);
        await DatabasePart.MustRecoverAsync(server, report, "out of space");
    });
}
