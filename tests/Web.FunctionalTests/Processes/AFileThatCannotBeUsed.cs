namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>A place for the embedded database in which none can be: the server says so and ends.</summary>
public sealed class AFileThatCannotBeUsed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talkconnect-").FullName;

    [Fact]
    public async Task Because_its_folder_is_a_file_stops_the_start() =>
        await RefusesAsync(Path.Combine(AFile("folder"), "talkconnect.db"));

    [Fact]
    public async Task Because_it_is_something_else_stops_the_start() =>
        await RefusesAsync(AFile("notes.txt"));

    [Fact]
    public async Task Because_nobody_can_lock_it_stops_the_start()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "talkconnect.db.migrating"));

        await RefusesAsync(Path.Combine(_folder, "talkconnect.db"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RefusesAsync(string file)
    {
        var said = await Refusals.StartWith(("Database:Provider", "Sqlite"), ("ConnectionStrings:TalkConnect", $"Data Source={file}"));

        said.ShouldStartWith("TalkConnect cannot start: The file of the embedded database cannot be used: ");
        said.ShouldContain("ConnectionStrings:TalkConnect names the file.");
    }

    private string AFile(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "Something that somebody wrote down.");
        return path;
    }
}
