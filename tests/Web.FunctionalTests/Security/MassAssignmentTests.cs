using System.Text.Json.Nodes;
using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Members that a body does not have are refused by name, however much the thing behind it has them.</summary>
public abstract class MassAssignmentTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly string[] Wanted =
    [
        "id", "role", "status", "balance", "credit_balance", "amount", "amount_cents", "price", "net", "fee", "gross", "commission", "commission_rate",
        "currency", "created_at", "updated_at", "settled_at", "released_at", "due_at", "completed_at", "processed_at", "scheduled_at", "teacher_id",
        "student_id", "user_id", "admin_id", "actor_id", "referred_by", "hold_id", "session_id", "course_id", "version", "sequence", "places_sold",
        "attended", "refund_amount", "bank_account_info", "metadata", "is_admin", "Body", "__proto__", "$type", "$id", "Amount", "AMOUNT", "amount ",
    ];

    private static readonly string[] Values = ["\"admin\"", "1000000", "true", "null", "{}", "[]"];

    [Fact]
    public async Task No_body_takes_a_member_that_the_document_does_not_name()
    {
        var street = await AStreet();
        var before = await TheState.OfAsync(App);
        foreach (var operation in await Operations.WithBodyAsync(Api))
        {
            var caller = operation.Caller();
            foreach (var (name, number) in Wanted.Except(operation.Fields!).Select((name, number) => (name, number)))
            {
                var body = JsonNode.Parse(operation.ValidBody(street, caller))!.AsObject();
                body[name] = JsonNode.Parse(Values[number % Values.Length]);

                var answer = await Api.PostOrPut(operation, street.Address(operation.Route), body.ToJsonString(), street.Of(caller));

                answer.MustBeRefused(400, "validation_failed");
                answer.WrongFields.ShouldBe([name], operation.Name);
            }
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public async Task A_destination_takes_no_other_members_either()
    {
        var street = await AStreet();
        var before = await TheState.OfAsync(App);
        foreach (var name in new[] { "id", "masked", "key", "verified", "Bank_Name" })
        {
            var body = new JsonObject
            {
                ["amount"] = 10,
                ["bank_account_info"] = new JsonObject { ["bank_name"] = "A", ["account_number"] = "12345678", ["account_name"] = "B", [name] = "x" },
            };

            var answer = await Api.PostText("/api/withdrawals", body.ToJsonString(), street.Lesson.Teacher);

            answer.MustBeRefused(400, "validation_failed");
            answer.WrongFields.ShouldContain($"bank_account_info.{name}");
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    /// <summary>Otherwise the bodies would be refused for something else.</summary>
    [Fact]
    public async Task Without_them_the_bodies_are_taken()
    {
        foreach (var operation in await Operations.WithBodyAsync(Api))
        {
            var street = await AStreet();
            var caller = operation.Caller();

            var answer = await Api.PostOrPut(operation, street.Address(operation.Route), operation.ValidBody(street, caller), street.Of(caller));

            answer.Status.ShouldBe(int.Parse(DoorTable.All[operation.Name].Expected(caller)[..3], System.Globalization.CultureInfo.InvariantCulture), answer.Text);
        }
    }

    private async Task<Street> AStreet()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        await IsGiven(lesson.Teacher, 40);
        var withdrawal = (await Requests(lesson.Teacher, 20)).Must(201).As<WithdrawalShape>();
        return new Street(lesson, await ASoldPlace(lesson), withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin);
    }
}

[Collection(SqliteTests.Name)]
public sealed class MassAssignmentTestsOnSqlite(SqliteApp app) : MassAssignmentTests(app);

[Collection(MariaDbTests.Name)]
public sealed class MassAssignmentTestsOnMariaDb(MariaDbApp app) : MassAssignmentTests(app);
