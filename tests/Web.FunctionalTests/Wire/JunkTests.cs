using System.Text;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Wire;

/// <summary>Signed bodies that no LiveKit server would send. They may be refused; they may never be an error of ours.</summary>
public abstract class JunkTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Name = "course_123_session_1_lesson_1";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("nothing")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("\uFEFF{\"event\":\"room_finished\"}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"event\":\"room_finished\"}]")]
    [InlineData("7")]
    [InlineData("\"room_finished\"")]
    [InlineData("{}")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":""}""")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":{}}""")]
    [InlineData("""{"event":"room_finished"}""")]
    [InlineData("""{"event":"room_finished","room":null}""")]
    [InlineData("""{"event":"room_finished","room":{}}""")]
    [InlineData("""{"event":"room_finished","room":[]}""")]
    [InlineData("""{"event":"room_finished","room":{"name":7}}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":"soon"}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":true}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":1.5}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":-1}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":1e400}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":"99999999999999999999999"}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":9223372036854775807}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"createdAt":"253402300800"}""")]
    [InlineData("""{"event":"participant_joined"}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1"}}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1"},"participant":"user_456"}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1"},"participant":{}}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1"},"participant":{"identity":["user_456"]}}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1"},"participant":{"identity":"user_456","joinedAt":"x"}}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1"},"participant":{"identity":"user_456","joinedAtMs":9223372036854775808}}""")]
    [InlineData("""{"event":"participant_joined","room":{"name":"course_123_session_1_lesson_1","sid":7},"participant":{"identity":"user_456"}}""")]
    [InlineData("""{"event":"room_finished","room":{"name":"\ud800"}}""")]
    [InlineData("""{"event":"\ud800","room":{"name":"course_123_session_1_lesson_1"}}""")]
    public async Task That_is_no_event_is_refused_and_leaves_nothing_behind(string body)
    {
        (await LiveKit.TellsText(body)).MustBeRefused(400, "invalid_event");

        (await StoredEvents()).ShouldBe(0);
    }

    [Fact]
    public async Task That_is_no_UTF_8_is_refused()
    {
        byte[] body = [.. "{\"event\":\"room_finished\",\"room\":{\"name\":\"course_\xff\"}}".Select(character => (byte)character)];

        (await LiveKit.TellsBytes(body)).MustBeRefused(400, "invalid_event");

        (await StoredEvents()).ShouldBe(0);
    }

    [Fact]
    public async Task That_is_nested_deeply_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200);

        (await LiveKit.TellsText($$$"""{"event":"room_finished","room":{"name":"{{{Name}}}","x":{{{deep}}}}}""")).MustBeRefused(400, "invalid_event");

        (await StoredEvents()).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"event":"participant_teleported"}""", "Event received")]
    [InlineData("""{"event":"participant_teleported","room":null,"participant":null,"createdAt":0}""", "Event received")]
    [InlineData("""{"event":"room_finished","room":{"name":"lobby"},"createdAt":null}""", "Not a course session room")]
    [InlineData("""{"event":"room_finished","room":{"name":"course_123_session_1_lesson_1"},"event":"room_finished"}""", "Session not found")]
    [InlineData("""{"event":"room_finished","room":{"name":"a\u0000b"}}""", "Not a course session room")]
    [InlineData("""{"event":"participant_joined","room":{"name":"lobby","sid":"\u0000"},"participant":{"identity":"\u0000","sid":"\u0000"},"id":"\u0000"}""", "Not a course session room")]
    [InlineData("""{"event":"participant_joined","room":{"name":"Lớp học 🎓"},"participant":{"identity":"Ánh 🎓","sid":"🎓"},"id":"EV_🎓"}""", "Not a course session room")]
    public async Task That_is_an_event_all_the_same_is_taken_once(string body, string message)
    {
        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe(message);
        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe("Event already processed");

        (await StoredEvents()).ShouldBe(1);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    public async Task Very_long_words_are_taken(int length)
    {
        // The last character that is kept may be the first half of one.
        var word = new string('x', length - 1) + "🎓" + new string('y', 10);
        var body = $$"""{"event":"{{word}}","room":{"name":"{{word}}","sid":"{{word}}"},"participant":{"identity":"{{word}}","sid":"{{word}}"},"id":"{{word}}"}""";

        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe("Event received");
        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe("Event already processed");
    }

    [Fact]
    public async Task Very_long_words_about_people_are_taken()
    {
        var word = new string('x', 255) + "🎓";
        var body = $$"""{"event":"participant_joined","room":{"name":"{{word}}","sid":"{{word}}"},"participant":{"identity":"{{word}}","sid":"{{word}}"},"id":"1"}""";

        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe("Not a course session room");
    }

    [Theory]
    [InlineData("EV_1", "EV_1 ")]
    [InlineData("EV_1", "ev_1")]
    [InlineData("EV_e", "EV_é")]
    public async Task Ids_that_merely_look_alike_are_different_events(string one, string other)
    {
        foreach (var id in new[] { one, other })
        {
            (await LiveKit.TellsText($$"""{"event":"room_started","room":{"name":"{{Name}}"},"id":"{{id}}"}""")).Must(200).Message.ShouldBe("Event received");
        }

        (await StoredEvents()).ShouldBe(2);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(3, 200)]
    [InlineData(5, 413)]
    public async Task Up_to_four_mebibytes_are_taken(int mebibytes, int status)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"event":"room_started","room":{"name":"{{{Name}}}","metadata":"{{{new string('m', mebibytes << 20)}}}"}}""");

        var answer = await LiveKit.TellsBytes(body);

        answer.Must(status);
        if (status == 413)
        {
            answer.MustBeRefused(413, "body_too_large");
        }

        (await StoredEvents()).ShouldBe(status == 200 ? 1 : 0);
    }

    private Task<int> StoredEvents() => App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync());
}

[Collection(SqliteTests.Name)]
public sealed class JunkTestsOnSqlite(SqliteApp app) : JunkTests(app);

[Collection(MariaDbTests.Name)]
public sealed class JunkTestsOnMariaDb(MariaDbApp app) : JunkTests(app);
