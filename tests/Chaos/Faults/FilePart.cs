using Microsoft.Data.Sqlite;
using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>
/// Takes the file of the embedded database away from a server under load: by making it read-only, by filling its disk. What a
/// killed database is to others, a killed server is to this one.
/// </summary>
internal static class FilePart
{
    public static async Task RunAsync(Options options, PartReport report)
    {
        await using (var database = ProcessDatabase.Missing("Sqlite"))
        {
            await ReadOnlyAsync(database, options.Quick ? 2 : 5, report);
        }

        await FullDisk.RunAsync("24m", folder => Task.FromResult(ProcessDatabase.FileIn(folder)), report);
    }

    private static async Task ReadOnlyAsync(ProcessDatabase database, int times, PartReport report)
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await DatabasePart.UnderLoadAsync(database, report, async server =>
        {
            for (var time = 0; time < times; time++)
            {
                await Task.Delay(500);

                try
                {
                    // Refuses writes even through files that are open, as a file system does that has become read-only.
                    if (!await Shell.DoesAsync("chattr", "+i", file, $"{file}-wal"))
                    {
                        report.Skipped.Add("read-only file: only root can make a file immutable, and not on every file system");
                        return;
                    }

                    report.Count("file made read-only");
                    await DatabasePart.MustSayThatItIsAwayAsync(server, report, DatabasePart.ReadOnly);
                }
                finally
                {
                    await Shell.DoesAsync("chattr", "-i", file, $"{file}-wal");
                }

                await DatabasePart.MustRecoverAsync(server, report, DatabasePart.ReadOnly);
            }
        });
    }
}
