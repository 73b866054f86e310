using System.Text.Json.Nodes;
using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>An Idempotency-Key at every operation that honours one: it is a name for one request of one person, and no way to another's answer.</summary>
public abstract class KeyMisuseTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Key = "the-key";
    private const int AtOnce = 6;

    [Fact]
    public async Task The_same_request_at_the_same_time_happens_once()
    {
        foreach (var operation in await ThatMoveMoney())
        {
            var street = await AStreet(operation);
            var caller = operation.Caller();
            var (path, body) = (street.Address(operation.Route), operation.ValidBody(street, caller));

            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Api.PostOrPut(operation, path, body, street.Of(caller), Key)));

            var first = answers.Where(answer => answer.Status < 300 && !answer.IsReplay).ToList().ShouldHaveSingleItem(operation.Name);
            foreach (var answer in answers.Where(answer => answer != first))
            {
                if (answer.Status == 409)
                {
                    answer.MustBeRefused(409, "in_progress");
                }
                else
                {
                    (answer.Status, answer.Text, answer.IsReplay).ShouldBe((first.Status, first.Text, true), operation.Name);
                }
            }

            await MustHaveMovedOnce(operation, path, body, street.Of(caller)!, first);
        }
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused_and_changes_nothing()
    {
        var changed = 0;
        foreach (var operation in await ThatMoveMoney())
        {
            var street = await AStreet(operation);
            var caller = operation.Caller();
            var (path, body) = (street.Address(operation.Route), operation.ValidBody(street, caller));
            (await Api.PostOrPut(operation, path, body, street.Of(caller), Key)).Status.ShouldBeOneOf([200, 201], operation.Name);
            var before = await TheState.OfAsync(App);
            foreach (var other in Others(operation, body))
            {
                changed++;
                (await Api.PostOrPut(operation, path, other, street.Of(caller), Key)).MustBeRefused(422, "idempotency_key_reused");
            }

            (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
        }

        changed.ShouldBeGreaterThan(10);
    }

    /// <summary>Whoever guesses a key hears nothing of what was answered to its owner, and takes nothing from them.</summary>
    [Fact]
    public async Task Anothers_key_is_a_new_one()
    {
        foreach (var operation in await ThatMoveMoney())
        {
            var street = await AStreet(operation);
            var caller = operation.Caller();
            var (path, body) = (street.Address(operation.Route), operation.ValidBody(street, caller));
            var first = await Api.PostOrPut(operation, path, body, street.Of(caller), Key);
            first.Status.ShouldBeOneOf([200, 201], operation.Name);
            foreach (var other in Enum.GetValues<Caller>().Where(other => other != caller))
            {
                var answer = await Api.PostOrPut(operation, path, operation.ValidBody(street, caller), street.Of(other), Key);

                answer.IsReplay.ShouldBeFalse($"{operation.Name} by {other}");
                (answer.Status < 300 && answer.Text == first.Text && operation.Route != "/api/admin/settlements/run").ShouldBeFalse($"{operation.Name} by {other}");
            }

            var again = await Api.PostOrPut(operation, path, body, street.Of(caller), Key);
            (again.Status, again.Text, again.IsReplay).ShouldBe((first.Status, first.Text, true), operation.Name);
        }
    }

    [Fact]
    public async Task A_key_of_one_route_is_a_new_one_at_every_other()
    {
        var operations = await ThatMoveMoney();
        foreach (var operation in operations)
        {
            var street = await AStreet(operation);
            var caller = operation.Caller();

            var answer = await Api.PostOrPut(operation, street.Address(operation.Route), operation.ValidBody(street, caller), street.Of(caller), Key);

            answer.Status.ShouldBeOneOf([200, 201], operation.Name);
            answer.IsReplay.ShouldBeFalse(operation.Name);
        }

        // Most of them had the same person ask, so that only the route told the requests apart.
        operations.Count(operation => operation.Caller() is Caller.Admin).ShouldBeGreaterThan(5);
    }

    /// <summary>The same values in another place, or a key that is made of other parts, are not the same request.</summary>
    [Theory]
    [InlineData("a b", "c", "a", "b c")]
    [InlineData("POST /api", "x", "POST", "/api x")]
    [InlineData("k\"", "x", "k", "x")]
    [InlineData("K", "x", "k", "x")]
    [InlineData("k.", "x", "k", "x")]
    public async Task Keys_that_look_alike_are_different(string one, string reason, string other, string otherReason)
    {
        var student = await AStudent();
        var path = $"/api/admin/users/{student.Id}/credits";

        (await Api.Post(path, new { amount = 1, reason }, Admin, one)).Must(201).IsReplay.ShouldBeFalse();
        (await Api.Post(path, new { amount = 1, reason = otherReason }, Admin, other)).Must(201).IsReplay.ShouldBeFalse();

        (await Balance(student)).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_key_the_same_again_is_a_new_request()
    {
        var student = await AStudent();
        var path = $"/api/admin/users/{student.Id}/credits";
        foreach (var key in new[] { Key, null, null, Key })
        {
            (await Api.Post(path, new { amount = 1, reason = "gift" }, Admin, key)).Must(201);
        }

        (await Balance(student)).ShouldBe(3);
    }

    private async Task<IReadOnlyList<Operation>> ThatMoveMoney()
    {
        var all = (await Operations.OfAsync(Api)).Where(operation => operation.TakesKey).ToList();
        all.Count.ShouldBeGreaterThanOrEqualTo(11);
        return all;
    }

    /// <summary>Each value of the body changed a little, and what may be left out added.</summary>
    private static IEnumerable<string> Others(Operation operation, string body)
    {
        var members = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in members)
        {
            var other = members.DeepClone().AsObject();
            other[name] = value switch
            {
                JsonObject inner => Renamed(inner),
                _ when value!.GetValueKind() is System.Text.Json.JsonValueKind.Number => value.GetValue<decimal>() + 0.01m,
                _ when name is "decision" => "release",
                _ => $"{value} ".Trim() + "x",
            };
            yield return other.ToJsonString();
        }

        // A reason that is not needed is none that could be added: it is refused before any key is looked at.
        foreach (var name in operation.Fields!.Where(field => field is "notes" or "admin_notes" && !members.ContainsKey(field)))
        {
            var other = members.DeepClone().AsObject();
            other[name] = "added";
            yield return other.ToJsonString();
        }
    }

    private static JsonObject Renamed(JsonObject inner)
    {
        var other = inner.DeepClone().AsObject();
        other["account_name"] = "Somebody else";
        return other;
    }

    private async Task MustHaveMovedOnce(Operation operation, string path, string body, Person person, Answer first)
    {
        var before = await TheState.OfAsync(App);
        var again = await Api.PostOrPut(operation, path, body, person, Key);

        (again.Status, again.Text, again.IsReplay).ShouldBe((first.Status, first.Text, true), operation.Name);
        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString(), operation.Name);
        if (first.Json.TryGetProperty("credit_balance", out var balance) && first.Json.TryGetProperty("transaction", out var line))
        {
            // What the answer says is what the balance is: nobody else posted a line after it.
            var owner = path.Split('/')[4];
            (await Api.Get($"/api/admin/users/{owner}", Admin)).As<UserShape>().CreditBalance.ShouldBe(balance.GetDecimal());
            (await Transactions(new Person(owner, Person.Student)))[^1].Id.ShouldBe(line.GetProperty("id").GetString());
        }
    }

    /// <summary>Everything as the operation needs it to succeed.</summary>
    private async Task<Street> AStreet(Operation operation)
    {
        var lesson = await ALesson(start: App.Clock.Now);
        await IsGiven(lesson.Teacher, 40);
        var withdrawal = (await Requests(lesson.Teacher, 20)).Must(201).As<WithdrawalShape>();
        if (operation.Route.EndsWith("/complete", StringComparison.Ordinal))
        {
            (await Moves(withdrawal, "approve")).Must(200);
        }

        var place = await ASoldPlace(lesson);
        if (operation.Route.EndsWith("/debits", StringComparison.Ordinal))
        {
            await Deposits(place.Student, 100);
        }

        if (operation.Route.EndsWith("/resolve", StringComparison.Ordinal))
        {
            (await Api.Post($"/api/holds/{place.HoldId}/dispute", new { reason = "Nobody came." }, place.Student)).Must(200);
        }

        return new Street(lesson, place, withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin)
        {
            PauseId = operation.Route.Contains("/pauses/", StringComparison.Ordinal) ? await APause() : "no-pause",
        };
    }
}

[Collection(SqliteTests.Name)]
public sealed class KeyMisuseTestsOnSqlite(SqliteApp app) : KeyMisuseTests(app);

[Collection(MariaDbTests.Name)]
public sealed class KeyMisuseTestsOnMariaDb(MariaDbApp app) : KeyMisuseTests(app);
