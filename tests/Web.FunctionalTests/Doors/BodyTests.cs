using System.Text;

namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Bodies that cannot be read, at every door that takes one.</summary>
public abstract class BodyTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly string[] Doors =
    [
        "PUT /api/admin/users/student-9",
        "POST /api/admin/users/student-9/deposits",
        "POST /api/admin/users/student-9/credits",
        "POST /api/admin/users/student-9/debits",
        "POST /api/courses",
        "POST /api/courses/c/sessions",
        "POST /api/admin/policies/simulate",
        "POST /api/sessions/{id}/cancel",
        "POST /api/sessions/{id}/join",
        "POST /api/sessions/{id}/purchase",
        "POST /api/admin/settlements/run",
        "POST /api/admin/attendance/rebuild",
    ];

    public static TheoryData<string> All => [.. Doors];

    public static TheoryData<string> ThatNeedABody => [.. Doors[..7]];

    public static TheoryData<string> ThatNeedNone => [.. Doors[7..]];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_is_no_object_is_refused(string door)
    {
        foreach (var body in new[] { "null", "[]", "[{}]", "7", "\"text\"", "true", "{", "{}{}", "{\"a\":1,}", "{/* no */}", "nothing", " ", "{'a':1}" })
        {
            var answer = await Knock(door, body);
            answer.MustBeRefused(400, "validation_failed");
            answer.WrongFields.ShouldContain("body", body);
        }
    }

    [Theory]
    [MemberData(nameof(ThatNeedABody))]
    public async Task An_empty_body_is_refused(string door)
    {
        var answer = await Knock(door, "");

        answer.MustBeRefused(400, "validation_failed");
        answer.WrongFields.ShouldContain("body");
    }

    [Theory]
    [MemberData(nameof(ThatNeedABody))]
    public async Task No_body_at_all_is_refused_by_what_is_missing(string door)
    {
        var answer = await Knock(door, null);

        answer.MustBeRefused(400, "validation_failed");
        answer.WrongFields.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ThatNeedNone))]
    public async Task No_body_and_an_empty_object_are_the_same_where_nothing_is_needed(string door)
    {
        var none = await Knock(door, null);
        none.Status.ShouldBeOneOf(200, 201);

        (await Knock(door, "{}")).Status.ShouldBe(none.Status);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_unknown_member_is_named(string door)
    {
        var answer = await Knock(door, """{"nonsense":1,"other_nonsense":null}""");

        answer.MustBeRefused(400, "validation_failed");
        answer.WrongFields.ShouldContain("nonsense");
        answer.WrongFields.ShouldContain("other_nonsense");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_member_that_stands_twice_is_refused(string door)
    {
        var answer = await Knock(door, """{"amount":1,"amount":2}""");

        answer.MustBeRefused(400, "validation_failed");
        answer.WrongFields.ShouldContain("body");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Half_a_character_is_refused(string door)
    {
        (await Knock(door, """{"\ud800":1}""")).MustBeRefused(400, "validation_failed");
        (await Knock(door, """{"reason":"\ud800","title":"\ud800","name":"\ud800"}""")).MustBeRefused(400, "validation_failed");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_no_UTF_8_is_refused(string door)
    {
        byte[] name = [(byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
        byte[] value = [.. "{\"reason\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        (await Knock(door, name)).MustBeRefused(400, "validation_failed");
        (await Knock(door, value)).MustBeRefused(400, "validation_failed");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_body_that_is_nested_deeply_or_very_large_is_refused(string door)
    {
        (await Knock(door, $$"""{"reason":{{new string('[', 500)}}{{new string(']', 500)}}}""")).MustBeRefused(400, "validation_failed");
        (await Knock(door, $$"""{"reason":"{{new string('x', 300 * 1024)}}"}""")).MustBeRefused(413, "body_too_large");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Another_content_type_is_refused(string door)
    {
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null })
        {
            (await Knock(door, "{}"u8.ToArray(), type)).MustBeRefused(415, "unsupported_media_type");
        }
    }

    [Fact]
    public async Task JSON_by_another_name_is_accepted()
    {
        var student = await AStudent();
        foreach (var type in new[] { "application/json; charset=utf-8", "APPLICATION/JSON", "application/merge-patch+json" })
        {
            (await Api.PostText($"/api/admin/users/{student.Id}/credits", """{"amount":1,"reason":"gift"}""", Admin, type: type)).Must(201);
        }
    }

    private Task<Answer> Knock(string door, string? body) => Knock(door, body is null ? null : Encoding.UTF8.GetBytes(body));

    private async Task<Answer> Knock(string door, byte[]? body, string? type = Api.JsonType)
    {
        var parts = door.Split(' ');
        var person = Admin;
        var path = parts[1];
        if (path.StartsWith("/api/courses/c/", StringComparison.Ordinal))
        {
            path = path.Replace("/c/", $"/{(await ALesson()).CourseId}/", StringComparison.Ordinal);
        }

        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            var lesson = await ALesson();
            person = path.EndsWith("purchase", StringComparison.Ordinal) ? await AStudent(credit: 100) : lesson.Teacher;
            path = path.Replace("{id}", lesson.Id, StringComparison.Ordinal);
        }

        return await Api.Send(new HttpMethod(parts[0]), path, person.Token, body is null ? null : Api.Content(body, type));
    }
}

[Collection(SqliteTests.Name)]
public sealed class BodyTestsOnSqlite(SqliteApp app) : BodyTests(app);

[Collection(MariaDbTests.Name)]
public sealed class BodyTestsOnMariaDb(MariaDbApp app) : BodyTests(app);
