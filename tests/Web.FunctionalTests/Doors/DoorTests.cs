using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TalkConnect.Web.FunctionalTests.Doors;

public abstract class DoorTests(TalkConnectApp app) : FunctionalTest(app)
{
    public static TheoryData<string> Names => [.. DoorTable.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Open_for_those_who_may_enter_and_for_nobody_else(string name)
    {
        var door = DoorTable.All[name];
        foreach (var caller in Enum.GetValues<Caller>())
        {
            var street = await AStreet();
            var body = door.Body?.Invoke(street, caller);

            var answer = door.Method switch
            {
                "GET" => await Api.Get(street.Address(door.Route), street.Of(caller)),
                "PUT" => await Api.Put(street.Address(door.Route), body, street.Of(caller)),
                _ => await Api.Post(street.Address(door.Route), body, street.Of(caller)),
            };

            var heard = answer.Status < 400 ? $"{answer.Status}" : $"{answer.Status} {answer.Code}";
            heard.ShouldBe(door.Expected(caller), $"{name} by {caller}");
            if (answer.Status >= 400)
            {
                answer.MustBeRefused(answer.Status, answer.Code!);
            }
        }
    }

    [Fact]
    public void Stand_all_in_the_table()
    {
        var doors = App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => Methods(endpoint), (endpoint, method) => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .ToList();

        doors.ShouldBe(DoorTable.All.Keys, ignoreOrder: true);
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    private async Task<Street> AStreet()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        await IsGiven(lesson.Teacher, 40);
        var withdrawal = (await Requests(lesson.Teacher, 20)).Must(201).As<WithdrawalShape>();
        return new Street(lesson, await ASoldPlace(lesson), withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin);
    }
}

[Collection(SqliteTests.Name)]
public sealed class DoorTestsOnSqlite(SqliteApp app) : DoorTests(app);

[Collection(MariaDbTests.Name)]
public sealed class DoorTestsOnMariaDb(MariaDbApp app) : DoorTests(app);
