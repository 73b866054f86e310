using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Every operation of the API's document, knocked at by everybody, against the rules of who may use it.</summary>
public abstract class RouteMatrixTests(TalkConnectApp app) : FunctionalTest(app)
{
    /// <summary>No operation takes it, so that whoever comes in changes nothing either.</summary>
    private const string Refused = """{"nonsense":1}""";

    [Fact]
    public async Task Each_route_of_the_document_has_a_rule()
    {
        var operations = (await Operations.OfAsync(Api)).Select(operation => operation.Name).ToList();

        operations.Where(name => !RouteRules.All.ContainsKey(name)).ShouldBeEmpty(
            "A new route needs a rule: write into Security/RouteRules.cs who may use it, after the contract and not after what the route does now. "
            + "It needs a door in Doors/DoorTable.cs as well.");
        RouteRules.All.Keys.Except(operations).ShouldBeEmpty(
            "There is a rule in Security/RouteRules.cs for a route that docs/openapi.json does not have. Remove the rule, or give the route back its name.");
    }

    [Fact]
    public async Task Each_route_lets_in_whom_its_rule_lets_in_and_nobody_else()
    {
        var street = await ASettledStreet();
        var before = await TheState.OfAsync(App);
        var wrong = new List<string>();
        foreach (var operation in (await Operations.OfAsync(Api)).Where(operation => RouteRules.All.ContainsKey(operation.Name)))
        {
            foreach (var caller in Enum.GetValues<Caller>())
            {
                var answer = await Api.Send(
                    operation.Verb, street.Address(operation.Route), street.Of(caller)?.Token, operation.Reads ? null : Api.Content(Refused));
                var heard = Heard(operation, answer);
                if (heard != RouteRules.Of(operation, caller))
                {
                    wrong.Add($"{operation.Name} by {caller}: {heard}, not {RouteRules.Of(operation, caller)}");
                }
            }
        }

        wrong.ShouldBeEmpty();

        // An admin who reads a destination is noted; nothing else may have happened.
        (await TheState.OfAsync(App)).Except("audit_entries").ShouldBe(before.Except("audit_entries"));
    }

    private static string Heard(Operation operation, Answer answer)
    {
        if (answer.Status is 401 or 403 or 404)
        {
            answer.MustBeRefused(answer.Status, answer.Code!);
            return $"{answer.Status}";
        }

        var comesIn = operation.Reads
            ? answer.Status == 200
            : answer.Status == 400 && answer.WrongFields.Contains("nonsense");
        return comesIn ? RouteRules.In : $"{answer.Status} {answer.Text}";
    }

    /// <summary>A lesson that is over, with a receipt, and a withdrawal that waits.</summary>
    private async Task<Street> ASettledStreet()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var place = await ASoldPlace(lesson);
        var still = await ALessonIn(lesson.CourseId, lesson.Teacher, 2, start: App.Clock.Now.AddHours(3));
        await Deposits(place.Student, still.Price);
        await Buys(place.Student, still);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();
        var withdrawal = (await Requests(lesson.Teacher, 20)).Must(201).As<WithdrawalShape>();
        return new Street(still, place, withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin)
        {
            PauseId = await APause(),
        };
    }
}

[Collection(SqliteTests.Name)]
public sealed class RouteMatrixTestsOnSqlite(SqliteApp app) : RouteMatrixTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RouteMatrixTestsOnMariaDb(MariaDbApp app) : RouteMatrixTests(app);
