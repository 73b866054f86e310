using System.Buffers.Text;
using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>In Development everything runs at once, and what a deployment sets itself takes the place of a default.</summary>
public abstract class DevelopmentDefaults(string provider)
{
    private static readonly (string, string) InDevelopment = ("ASPNETCORE_ENVIRONMENT", "Development");

    [Fact]
    public async Task The_known_LiveKit_key_counts_while_there_is_no_other()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var server = await ServerProcess.StartAsync(database, InDevelopment, ($"LiveKit__Keys__{LiveKitKeys.Key}", ""));

        (await TellsWithTheKnownKeyAsync(server)).Must(200);
        (await SignerOfAJoinTokenAsync(server)).ShouldBe("devkey");
    }

    [Fact]
    public async Task The_known_LiveKit_key_opens_nothing_beside_a_key_of_ones_own()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var server = await ServerProcess.StartAsync(
            database, InDevelopment, ($"LiveKit__Keys__{LiveKitKeys.Key}", ""), ("LiveKit__Keys__own", "a-secret-of-ones-own-0123456789abcdef"));

        (await TellsWithTheKnownKeyAsync(server)).MustBeRefused(401, "invalid_signature");
        (await SignerOfAJoinTokenAsync(server)).ShouldBe("own");
    }

    private static Task<Answer> TellsWithTheKnownKeyAsync(ServerProcess server) => new LiveKitServer(server.Api, TimeProvider.System).Tells(
        LiveKitEvents.RoomStarted(Room.Named("lobby"), TimeProvider.System.GetUtcNow()), new Tampering { Key = "devkey" });

    private static async Task<string?> SignerOfAJoinTokenAsync(ServerProcess server)
    {
        var market = new Marketplace(server.Api);
        await market.OpenAsync();
        var session = await market.ScheduleAsync(10);
        var join = (await server.Api.Post($"/api/sessions/{session.Id}/join", null, market.Teacher)).Must(200).As<JoinShape>();
        return JsonElement.Parse(Base64Url.DecodeFromChars(join.Token.Split('.')[1])).GetProperty("iss").GetString();
    }
}

public sealed class DevelopmentDefaultsOnSqlite() : DevelopmentDefaults("Sqlite");

public sealed class DevelopmentDefaultsOnMariaDb() : DevelopmentDefaults("MySql");
