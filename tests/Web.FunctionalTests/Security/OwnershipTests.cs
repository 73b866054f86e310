using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Two teachers, two students, and money of each: nobody sees or moves what is another's, whatever route they try.</summary>
public abstract class OwnershipTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Nothing = "0198c000-0000-7000-8000-000000000000";

    [Fact]
    public async Task Nobody_reads_what_is_anothers()
    {
        var one = await AWorld();
        var other = await AWorld();
        var seen = new List<string>();
        foreach (var operation in (await Operations.OfAsync(Api)).Where(operation => operation.Reads))
        {
            foreach (var (mine, theirs) in new[] { (one, other), (other, one) })
            {
                foreach (var address in new[] { mine.Street.Address(operation.Route), theirs.Street.Address(operation.Route) })
                {
                    // A name of somebody in the query must not make the answer theirs.
                    var path = $"{address}?{string.Join('&', Names.Select(name => $"{name}={theirs.Street.Of(Caller.Owner)!.Id}"))}";
                    Look(operation, await Api.Get(path, mine.Teacher), "a teacher", [.. theirs.OfAll, .. mine.OfStudentOnly]);
                    Look(operation, await Api.Get(path, mine.Student), "a student", [.. theirs.OfAll, .. mine.OfTeacherOnly]);
                }
            }
        }

        seen.ShouldBeEmpty();

        void Look(Operation operation, Answer answer, string who, IEnumerable<string> secrets)
        {
            answer.Status.ShouldBeOneOf(200, 401, 403, 404);
            seen.AddRange(secrets.Where(secret => answer.Text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{who} at {operation.Name}: {secret}"));
        }
    }

    /// <summary>Otherwise the ids of others could be found by trying them.</summary>
    [Fact]
    public async Task What_is_anothers_looks_like_what_is_not_there()
    {
        var one = await AWorld();
        var other = await AWorld();
        var looked = 0;
        foreach (var operation in (await Operations.OfAsync(Api)).Where(operation => operation.TakesId))
        {
            foreach (var (caller, person) in new[] { (Caller.OtherTeacher, other.Teacher), (Caller.OtherStudent, other.Student) })
            {
                if (RouteRules.Of(operation, caller) != "404")
                {
                    continue;
                }

                looked++;
                var content = () => operation.Reads ? null : Api.Content(operation.ValidBody(one.Street, caller));
                var theirs = await Api.Send(operation.Verb, one.Street.Address(operation.Route), person.Token, content());
                var none = await Api.Send(operation.Verb, operation.Route.Replace("{id}", Nothing, StringComparison.Ordinal), person.Token, content());

                theirs.MustBeRefused(404, none.Code!);
                (theirs.Text, theirs.ContentType).ShouldBe((none.Text, none.ContentType), operation.Name);
            }
        }

        looked.ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task Whoever_is_refused_changes_nothing_even_with_a_body_that_is_right()
    {
        var street = (await AWorld()).Street;
        var before = await TheState.OfAsync(App);
        var tried = 0;
        foreach (var operation in (await Operations.OfAsync(Api)).Where(operation => operation.Fields is not null))
        {
            foreach (var caller in Enum.GetValues<Caller>().Where(caller => RouteRules.Of(operation, caller) != RouteRules.In))
            {
                tried++;
                var answer = await Api.PostOrPut(operation, street.Address(operation.Route), operation.ValidBody(street, Caller.Admin), street.Of(caller), $"key-{tried}");
                answer.Status.ShouldBeOneOf(401, 403, 404);
                answer.MustBeRefused(int.Parse(RouteRules.Of(operation, caller), System.Globalization.CultureInfo.InvariantCulture), answer.Code!);
            }
        }

        tried.ShouldBeGreaterThan(50);
        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    private static readonly string[] Names = ["user_id", "teacher_id", "student_id", "id", "actor_id", "role"];

    private async Task<World> AWorld()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();
        var withdrawal = (await Requests(lesson.Teacher, 20)).Must(201).As<WithdrawalShape>();
        var street = new Street(lesson, place, withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin);
        var ofReceipt = (await Receipt(place)).TransactionIds;
        return new World(
            street,
            [.. (await Transactions(place.Student)).Select(line => line.Id).Except(ofReceipt)],
            [withdrawal.Id, .. (await Transactions(lesson.Teacher)).Select(line => line.Id).Except(ofReceipt)],
            [place.HoldId, place.PurchaseId, place.Student.Id, .. ofReceipt]);
    }

    private sealed record World(Street Street, IReadOnlyList<string> OfStudentOnly, IReadOnlyList<string> OfTeacherOnly, IReadOnlyList<string> OfBoth)
    {
        public Person Teacher => Street.Lesson.Teacher;

        public Person Student => Street.Place.Student;

        public IEnumerable<string> OfAll => [.. OfStudentOnly, .. OfTeacherOnly, .. OfBoth];
    }
}

[Collection(SqliteTests.Name)]
public sealed class OwnershipTestsOnSqlite(SqliteApp app) : OwnershipTests(app);

[Collection(MariaDbTests.Name)]
public sealed class OwnershipTestsOnMariaDb(MariaDbApp app) : OwnershipTests(app);
