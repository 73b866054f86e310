using System.Reflection;
using System.Text.Json.Nodes;
using FastEndpoints;

namespace TalkConnect.Web.FunctionalTests.OpenApi;

/// <summary>Clients are generated from the document in the repository, so it must be the one that the server gives out.</summary>
[Collection(SqliteTests.Name)]
public sealed class DocumentTests(SqliteApp app)
{
    [Fact]
    public async Task The_document_in_the_repository_is_the_servers()
    {
        var served = (await new Api(app).Get("/openapi/v1.json")).Must(200).Text;
        await using var resource = typeof(DocumentTests).Assembly.GetManifestResourceStream("openapi.json")!;

        JsonNode.DeepEquals(JsonNode.Parse(served), await JsonNode.ParseAsync(resource))
            .ShouldBeTrue("docs/openapi.json is stale. Write the server's /openapi/v1.json into it.");
    }

    /// <summary>Members of requests take any text, so that every wrong one is named; what they really take is described beside them.</summary>
    [Fact]
    public void What_every_member_of_a_request_takes_is_described()
    {
        var web = typeof(Program).Assembly;
        var described = web.GetType("TalkConnect.Web.OpenApi.Demands", throwOnError: true)!.GetMethod("On")!;
        var members = web.GetTypes()
            .SelectMany(type => type.GetProperties())
            .SelectMany(member => member.IsDefined(typeof(FromBodyAttribute)) ? Flat(member.PropertyType) : member.IsDefined(typeof(QueryParamAttribute)) ? [member] : [])
            .ToList();

        members.Count.ShouldBeGreaterThan(50);
        members.Where(member => described.Invoke(null, [member]) is null)
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .Distinct()
            .ShouldBeEmpty();
    }

    /// <summary>The members of a body with those of the objects in it.</summary>
    private static IEnumerable<PropertyInfo> Flat(Type body) => body.GetProperties().SelectMany(member =>
        member.PropertyType.Namespace!.StartsWith("TalkConnect", StringComparison.Ordinal) ? Flat(member.PropertyType).Prepend(member) : [member]);

    [Fact]
    public async Task The_pages_about_it_are_there() => (await new Api(app).Get("/docs")).Status.ShouldBeOneOf(200, 301, 302);
}
