using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Text that would be a command to a database, a header or a page, wherever text can be given.</summary>
public abstract class InjectionTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly string[] Texts =
    [
        "'", "\"", "`", "\\", "%", "_", "' OR '1'='1", "'OR'1'='1", "1;DROP TABLE users;--", "';DELETE FROM transactions;--", "x' UNION SELECT * FROM users--",
        "\\'; SELECT SLEEP(5); --", "1) OR (1=1", "@@version", "{0}", "%s%n", "${jndi:ldap://x}", "{{7*7}}", "<script>alert(1)</script>", "$(id)", "|id",
        "a\r\nX-Injected: 1", "a\nb", "a\rb", "a\0b", "a\u001Bb", "a\u007Fb", "a\u0085b", "a\u2028b", "\u202Eabc", "ａ", "'\uFF07", "é", "🎓", "null", "undefined", "-1", "NaN", "..", ".",
    ];

    [Fact]
    public async Task An_id_in_an_address_names_one_thing_or_nothing()
    {
        var street = await AStreet();
        var before = await TheState.OfAsync(App);
        foreach (var operation in (await Operations.OfAsync(Api)).Where(operation => operation.TakesId))
        {
            foreach (var text in Texts.Where(text => text is not ("." or "..")))
            {
                var path = operation.Route.Replace("{id}", Uri.EscapeDataString(text), StringComparison.Ordinal);

                var answer = await Api.Send(
                    operation.Verb, path, street.Of(operation.Caller())!.Token, operation.Reads ? null : Api.Content("""{"nonsense":1}"""));

                MustBeAMistake(answer, $"{operation.Name} {text}");
            }
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public async Task A_value_in_a_query_is_a_value()
    {
        var street = await AStreet();
        var before = await TheState.OfAsync(App);
        foreach (var operation in (await Operations.OfAsync(Api)).Where(operation => operation.Reads))
        {
            foreach (var (query, text) in operation.Queries.SelectMany(_ => Texts, (query, text) => (query, text)))
            {
                var answer = await Api.Get($"{street.Address(operation.Route)}?{query}={Uri.EscapeDataString(text)}", street.Of(operation.Caller()));

                if (answer.Status != 200)
                {
                    answer.MustBeRefused(400, "validation_failed");
                    answer.WrongFields.ShouldBe([query], $"{operation.Name} {text}");
                }
                else
                {
                    // There is nobody and nothing of that name.
                    answer.Json.GetProperty("items").GetArrayLength().ShouldBe(0, $"{operation.Name} {query}={text}");
                }

                answer.Headers.Contains("X-Injected").ShouldBeFalse();
            }
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    [Theory]
    [InlineData("'OR'1'='1")]
    [InlineData("';DROP_TABLE_users;--")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("\\'")]
    [InlineData("\"`'")]
    [InlineData("*)(uid=*")]
    [InlineData("<b>&amp;")]
    [InlineData("{0}")]
    public async Task A_person_of_such_a_name_has_their_own_money_and_no_more(string id)
    {
        var other = await AStudent(credit: 5);
        var student = await APerson(Person.Student, id: id);
        var path = $"/api/admin/users/{Uri.EscapeDataString(id)}";

        (await Api.Post($"{path}/credits", new { amount = 3, reason = id }, Admin, id)).Must(201);
        (await Api.Post($"{path}/deposits", new { amount = 4, external_reference = id }, Admin)).Must(201);

        (await Transactions(student)).Count.ShouldBe(2);
        (await Balance(student)).ShouldBe(7);
        (await Balance(other)).ShouldBe(5);
        (await Api.Get($"/api/admin/audit?subject_id={Uri.EscapeDataString(id)}&limit=100", Admin)).Must(200)
            .As<PageShape<AuditShape>>().Items.ShouldAllBe(entry => entry.SubjectId == id);
    }

    [Fact]
    public async Task Text_comes_back_as_it_was_written_and_does_nothing()
    {
        var teacher = await ATeacher();
        var written = 0;
        foreach (var text in Texts)
        {
            var answer = await Api.Post("/api/courses", new { title = text }, teacher);
            if (answer.Status == 201)
            {
                written++;
                answer.As<CourseShape>().Title.ShouldBe(text);
                (await Api.Get($"/api/courses/{answer.As<CourseShape>().Id}", teacher)).Must(200).As<CourseShape>().Title.ShouldBe(text);
            }
            else
            {
                answer.MustName("title");
                text.ShouldContain(character => char.IsControl(character), text);
            }
        }

        written.ShouldBeGreaterThan(25);
    }

    private static void MustBeAMistake(Answer answer, string what)
    {
        // What is no HTTP is refused by the server before anybody of ours can say why.
        if (answer is { Status: 400, Text: "" })
        {
            what.ShouldContain('\0');
            return;
        }

        answer.Status.ShouldBeOneOf([400, 403, 404], $"{what} {answer.Text}");
        answer.MustBeRefused(answer.Status, answer.Code!);
        answer.Headers.Contains("X-Injected").ShouldBeFalse(what);
    }

    private async Task<Street> AStreet()
    {
        var (teacher, withdrawal) = await AWithdrawal();
        var lesson = await ALesson(teacher, start: App.Clock.Now);
        return new Street(lesson, await ASoldPlace(lesson), withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin);
    }
}

[Collection(SqliteTests.Name)]
public sealed class InjectionTestsOnSqlite(SqliteApp app) : InjectionTests(app);

[Collection(MariaDbTests.Name)]
public sealed class InjectionTestsOnMariaDb(MariaDbApp app) : InjectionTests(app);
