using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Wire;

/// <summary>Webhooks that were signed elsewhere, by official libraries and by attackers.</summary>
public abstract class VectorTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly Dictionary<string, Vector> Vectors = Read();

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Come_out_as_marked(string name)
    {
        var vector = Vectors[name];
        App.Clock.Now = DateTimeOffset.FromUnixTimeSeconds(vector.VerifyAt);

        var answer = await Send(vector);

        if (vector.Expect == "accept")
        {
            answer.Must(200).Message.ShouldNotBeNullOrEmpty();
            (await Send(vector)).Must(200).Message.ShouldBe("Event already processed");
        }
        else
        {
            answer.MustBeRefused(401, "invalid_signature");
        }
    }

    [Fact]
    public void Are_all_there() => Vectors.Values.CountBy(vector => vector.Expect).ShouldBe(
        [new("accept", 11), new("reject", 7)], ignoreOrder: true);

    [Theory]
    [InlineData("participant_joined_sdk_token", "Attendance recorded")]
    [InlineData("participant_left_go_token", "Attendance updated")]
    [InlineData("second_api_key", "Attendance recorded")]
    [InlineData("dev_short_secret", "Attendance recorded")]
    [InlineData("snake_case_numeric_body", "Attendance updated")]
    [InlineData("participant_joined_agent", "Event received")]
    [InlineData("room_started", "Event received")]
    [InlineData("track_published", "Event received")]
    [InlineData("unknown_event_and_fields", "Event received")]
    [InlineData("room_finished", "Session marked as completed")]
    public async Task Do_what_they_tell_in_a_course_that_exists(string name, string message)
    {
        var vector = Vectors[name];
        App.Clock.Now = DateTimeOffset.FromUnixTimeSeconds(vector.VerifyAt);
        await APerson(Person.Student, id: "user_456");
        await ALesson(courseId: "123", start: App.Clock.Now.AddMinutes(-10));

        (await Send(vector)).Must(200).Message.ShouldBe(message);
    }

    private Task<Answer> Send(Vector vector) => Api.Send(
        HttpMethod.Post,
        LiveKitServer.Path,
        token: null,
        Api.Content(Convert.FromBase64String(vector.BodyBase64), vector.Headers["Content-Type"]),
        vector.Headers.Where(header => header.Key != "Content-Type").ToDictionary());

    private static Dictionary<string, Vector> Read()
    {
        using var stream = typeof(VectorTests).Assembly.GetManifestResourceStream("TalkConnect.Web.FunctionalTests.Attendance.LiveKitVectors.json")!;
        var file = JsonSerializer.Deserialize<VectorFile>(stream, JsonSerializerOptions.Web)!;
        file.Keys.ShouldBe(LiveKitKeys.All, ignoreOrder: true);
        return file.Vectors.ToDictionary(vector => vector.Name);
    }

    private sealed record VectorFile(Dictionary<string, string> Keys, IReadOnlyList<Vector> Vectors);

    private sealed record Vector(string Name, string Expect, long VerifyAt, Dictionary<string, string> Headers, string BodyBase64);
}

[Collection(SqliteTests.Name)]
public sealed class VectorTestsOnSqlite(SqliteApp app) : VectorTests(app);

[Collection(MariaDbTests.Name)]
public sealed class VectorTestsOnMariaDb(MariaDbApp app) : VectorTests(app);
