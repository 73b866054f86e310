using System.Text.Json.Nodes;

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

    [Fact]
    public async Task The_pages_about_it_are_there() => (await new Api(app).Get("/docs")).Status.ShouldBeOneOf(200, 301, 302);
}
