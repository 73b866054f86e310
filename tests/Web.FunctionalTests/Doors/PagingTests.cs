using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.FunctionalTests.Doors;

public abstract class PagingTests(TalkConnectApp app) : FunctionalTest(app)
{
    public static TheoryData<string> Lists =>
    [
        "/api/admin/users", "/api/admin/users/student-1/transactions", "/api/admin/holds", "/api/admin/settlements", "/api/sessions",
        "/api/me/attendance", "/api/me/transactions", "/api/me/purchases", "/api/sessions/{id}/attendance",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_wrong_limit_or_cursor_is_refused(string list)
    {
        await AStudent();
        var path = list.Replace("{id}", (await ALesson()).Id, StringComparison.Ordinal);
        foreach (var limit in new[] { "0", "101", "-1", "abc", "", "1.5", "1e1", "99999999999", "+5", "%205", "０" })
        {
            (await Api.Get($"{path}?limit={limit}", Admin)).MustName("limit");
        }

        foreach (var cursor in new[] { "x", "", "!!!", "bm90IG91cnM", Forged("tc2~x~y"), Forged("tc2~l~5"), Forged("tc1~5~a"), Forged("tc2~l~-5~a"), Forged("tc2~l~99999999999999999999~a"), Forged("tc2~l~5~a"), new string('A', 5000) })
        {
            (await Api.Get($"{path}?cursor={cursor}", Admin)).MustName("cursor");
        }

        (await Api.Get($"{path}?limit=abc&cursor=x", Admin)).MustName("limit", "cursor");
        (await Api.Get($"{path}?limit=1", Admin)).Must(200).Json.GetProperty("items").GetArrayLength().ShouldBeLessThanOrEqualTo(1);
        (await Api.Get($"{path}?limit=100", Admin)).Must(200).Json.TryGetProperty("next_cursor", out _).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_forged_cursor_is_no_error_of_ours(string list)
    {
        await AStudent();
        var path = list.Replace("{id}", (await ALesson()).Id, StringComparison.Ordinal);
        foreach (var forged in new[] { "0~", "0~a#b", "5~\0", "3155378975999999999~ánh", "1~' OR 1=1 --" })
        {
            foreach (var name in ListNames)
            {
                (await Api.Get($"{path}?cursor={Forged($"tc2~{name}~{forged}")}", Admin)).Status.ShouldBeOneOf(200, 400);
            }
        }
    }

    [Fact]
    public async Task A_page_is_of_fifty_unless_asked_otherwise_newest_first()
    {
        var student = await AStudent();
        for (var number = 1; number <= 51; number++)
        {
            App.Clock.Now = App.Clock.Now.AddSeconds(1);
            await Deposits(student, number);
        }

        var page = (await Api.Get("/api/me/transactions", student)).Must(200).As<PageShape<TransactionShape>>();

        page.Items.Select(line => line.Amount).ShouldBe(Enumerable.Range(2, 50).Reverse().Select(number => (decimal)number));
        var rest = (await Api.Get($"/api/me/transactions?cursor={page.NextCursor}", student)).As<PageShape<TransactionShape>>();
        rest.Items.Single().Amount.ShouldBe(1m);
        rest.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task The_cursor_of_one_list_is_none_of_another()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        await ALessonIn(lesson.CourseId, lesson.Teacher, 2);
        var reader = await AStudent(credit: 1000);
        await Deposits(reader, 1);
        var teller = lesson.Teacher;
        foreach (var number in new[] { 3, 4 })
        {
            var another = await ALessonIn(lesson.CourseId, teller, number, price: 1);
            await Buys(reader, another);
            await Stays(reader, another, another.Start, another.End);
            await IsGiven(teller, 10);
            (await Requests(teller, 10)).Must(201);
            await Cancels(Admin, await ALessonIn(lesson.CourseId, teller, number + 10));
            await RunSettlement();
        }

        var lists = new (string Path, Person By)[]
        {
            ("/api/me/transactions", reader), ("/api/me/purchases", reader), ("/api/me/attendance", reader), ("/api/sessions", reader),
            ("/api/admin/users", Admin), ("/api/admin/holds", Admin), ("/api/admin/settlements", Admin), ("/api/admin/audit", Admin),
            ("/api/admin/withdrawals", Admin), ("/api/admin/withdrawals?order=oldest", Admin), ("/api/withdrawals", teller), ("/api/revenue/lines", teller),
        };
        var cursors = new Dictionary<string, string>();
        foreach (var (path, by) in lists)
        {
            cursors[path] = (await Api.Get(With(path, "limit=1"), by)).Must(200).As<PageShape<JsonElement>>().NextCursor.ShouldNotBeNull(path);
        }

        foreach (var (path, by) in lists)
        {
            foreach (var (origin, cursor) in cursors)
            {
                var answer = await Api.Get(With(path, $"cursor={cursor}"), by);
                if (origin == path)
                {
                    answer.Must(200);
                }
                else
                {
                    answer.MustName("cursor");
                }
            }
        }

        static string With(string path, string query) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }

    [Fact]
    public async Task A_full_last_page_has_no_next()
    {
        var student = await AStudent();
        await Deposits(student, 1);
        await Deposits(student, 2);

        (await Api.Get("/api/me/transactions?limit=2", student)).As<PageShape<TransactionShape>>().NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_comes_twice_and_nothing_is_left_out_while_rows_are_added()
    {
        var lesson = await ALesson();
        var reader = await AStudent(credit: 1);
        for (var number = 0; number < 6; number++)
        {
            // All at the same moment, so that only the id orders them.
            await ALessonIn(lesson.CourseId, lesson.Teacher, 2 + number);
            await ASoldPlace(lesson);
            await Deposits(reader, 1);
            await RunSettlement();
        }

        var added = 100;
        foreach (var list in new[] { "/api/sessions", "/api/admin/holds", "/api/admin/users", $"/api/admin/users/{reader.Id}/transactions", "/api/admin/settlements" })
        {
            var before = await Ids(list, limit: 100);
            var seen = await Ids(list, limit: 2, between: async () =>
            {
                App.Clock.Now = App.Clock.Now.AddSeconds(1);
                await ALessonIn(lesson.CourseId, lesson.Teacher, ++added);
                await ASoldPlace(lesson);
                await Deposits(reader, 1);
                await RunSettlement();
            });

            seen.Distinct().Count().ShouldBe(seen.Count, list);
            before.Except(seen).ShouldBeEmpty(list);
        }
    }

    /// <summary>The names of the lists, as cursors tell them apart.</summary>
    private static IEnumerable<string> ListNames => typeof(IPagedQuery).Assembly.GetTypes()
        .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IPagedQuery)))
        .Select(type => type.Name);

    private static string Forged(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task<List<string>> Ids(string list, int limit, Func<Task>? between = null)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await Api.Get($"{list}?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}", Admin)).Must(200).As<PageShape<JsonElement>>();
            page.Items.Count.ShouldBeLessThanOrEqualTo(limit);
            ids.AddRange(page.Items.Select(item => item.GetProperty("id").GetString()!));
            cursor = page.NextCursor;
            await (between?.Invoke() ?? Task.CompletedTask);
        }
        while (cursor is not null);

        return ids;
    }
}

[Collection(SqliteTests.Name)]
public sealed class PagingTestsOnSqlite(SqliteApp app) : PagingTests(app);

[Collection(MariaDbTests.Name)]
public sealed class PagingTestsOnMariaDb(MariaDbApp app) : PagingTests(app);
