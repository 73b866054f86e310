using System.Text;
using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Bodies that were made to break a reader, at every operation that takes one.</summary>
public abstract class HostileBodyTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const int Levels = 10_000;

    private static readonly Dictionary<string, Func<string, byte[]>> Bodies = new()
    {
        ["lists in lists"] = field => Text($$"""{"{{field}}":{{Deep("[", "1", "]")}}}"""),
        ["objects in objects"] = field => Text($$"""{"{{field}}":{{Deep("{\"a\":", "1", "}")}}}"""),
        ["lists that never end"] = field => Text($$"""{"{{field}}":{{Deep("[", "", "")}}"""),
        ["only lists"] = _ => Text(Deep("[", "", "]")),
        ["a number beyond all"] = field => Text($$"""{"{{field}}":1e400}"""),
        ["a number below all"] = field => Text($$"""{"{{field}}":-1E+999999999}"""),
        ["a number close to nothing"] = field => Text($$"""{"{{field}}":1e-2147483649}"""),
        ["a number of many digits"] = field => Text($$"""{"{{field}}":{{new string('9', 100_000)}}}"""),
        ["a number that is none"] = field => Text($$"""{"{{field}}":NaN}"""),
        ["a number of another base"] = field => Text($$"""{"{{field}}":0x10}"""),
        ["the same member twice"] = field => Text($$"""{"{{field}}":null,"{{field}}":null}"""),
        ["the same member twice, once escaped"] = field => Text($$"""{"{{field}}":null,"\u{{(int)field[0]:x4}}{{field[1..]}}":null}"""),
        ["a null byte"] = field => Text($$"""{"{{field}}":"a\u0000b"}"""),
        ["a null byte as it is"] = field => [.. Text($"{{\"{field}\":\"a"), 0, .. Text("\"}")],
        ["null bytes only"] = _ => new byte[64],
        ["a null byte behind"] = field => [.. Text($$"""{"{{field}}":null}"""), 0],
        ["a null byte in a name"] = _ => Text("""{"a\u0000":1}"""),
        ["the first half of a character"] = field => Text($$"""{"{{field}}":"\ud83c"}"""),
        ["the second half of a character"] = field => Text($$"""{"{{field}}":"\udf93"}"""),
        ["half a character in a name"] = _ => Text("""{"\ud83c":1}"""),
        ["no UTF-8"] = field => [.. Text($"{{\"{field}\":\""), 0xFF, 0xFE, 0xC0, 0xAF, .. Text("\"}")],
        ["half a character's bytes"] = field => [.. Text($"{{\"{field}\":\""), 0xF0, 0x9F, 0x8E, .. Text("\"}")],
        ["a character in too many bytes"] = field => [.. Text($"{{\"{field}\":\""), 0xE0, 0x80, 0xAF, .. Text("\"}")],
        ["UTF-16"] = field => Encoding.Unicode.GetBytes($$"""{"{{field}}":null}"""),
        ["a mark of the byte order"] = field => [0xEF, 0xBB, 0xBF, .. Text($$"""{"{{field}}":null}""")],
        ["many members"] = _ => Text("{" + string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"x{number}\":1")) + "}"),
        ["a long name"] = _ => Text($$"""{"{{new string('n', 100_000)}}":1}"""),
        ["a line end in a name"] = _ => Text("""{"a\r\nX-Injected: 1":1}"""),
        ["nothing but a quote"] = _ => Text("\""),
        ["packed"] = _ => [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3],
    };

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_body_is_the_callers_mistake_everywhere(string name)
    {
        var street = await AStreet();
        var before = await TheState.OfAsync(App);
        foreach (var operation in await Operations.WithBodyAsync(Api))
        {
            var caller = operation.Caller();
            foreach (var field in operation.Fields!.DefaultIfEmpty("reason"))
            {
                var answer = await Api.PostOrPut(operation, street.Address(operation.Route), Bodies[name](field), street.Of(caller));

                answer.MustBeRefused(400, "validation_failed");
                answer.WrongFields.ShouldNotBeEmpty();
            }
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
        (await Api.Get("/health/ready")).Must(200);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_everywhere_whether_it_says_so_or_not()
    {
        var street = await AStreet();
        var before = await TheState.OfAsync(App);
        var large = Text($$"""{"nonsense":"{{new string('x', 300 * 1024)}}"}""");
        foreach (var operation in await Operations.WithBodyAsync(Api))
        {
            var caller = operation.Caller();
            var token = street.Of(caller)!.Token;
            var path = street.Address(operation.Route);

            (await Api.Send(operation.Verb, path, token, Api.Content(large))).MustBeRefused(413, "body_too_large");
            (await Api.Send(operation.Verb, path, token, new Unmeasured(large))).MustBeRefused(413, "body_too_large");
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_webhook_that_is_signed_is_a_mistake_or_an_event(string name)
    {
        foreach (var field in new[] { "event", "id", "createdAt", "room", "participant" })
        {
            var answer = await LiveKit.TellsBytes(Bodies[name](field));

            if (answer.Status != 200)
            {
                answer.MustBeRefused(400, "invalid_event");
            }
        }

        (await Api.Get("/health/ready")).Must(200);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Deep(string open, string middle, string close) =>
        string.Concat(Enumerable.Repeat(open, Levels)) + middle + string.Concat(Enumerable.Repeat(close, Levels));

    private async Task<Street> AStreet()
    {
        var (teacher, withdrawal) = await AWithdrawal();
        var lesson = await ALesson(teacher, start: App.Clock.Now);
        return new Street(lesson, await ASoldPlace(lesson), withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin);
    }

    /// <summary>A body whose length is not told before it.</summary>
    private sealed class Unmeasured(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            Headers.TryAddWithoutValidation("Content-Type", Api.JsonType);
            length = 0;
            return false;
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class HostileBodyTestsOnSqlite(SqliteApp app) : HostileBodyTests(app);

[Collection(MariaDbTests.Name)]
public sealed class HostileBodyTestsOnMariaDb(MariaDbApp app) : HostileBodyTests(app);
