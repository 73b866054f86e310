using System.Text.Json;
using System.Text.Json.Nodes;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Whoever writes line ends into a request writes no lines into the log.</summary>
public sealed class LogInjectionTests
{
    private const string Mark = "INJECTED";
    private const string Line = $"x\r\n{Mark} [ERR] all money is gone\n{Mark}\u001b[31m";

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task No_line_of_the_log_is_a_callers(string environment)
    {
        await using var database = ProcessDatabase.Missing("Sqlite");
        await using var server = await ServerProcess.StartAsync(
            database,
            ("ASPNETCORE_ENVIRONMENT", environment),
            ("Serilog__MinimumLevel__Default", "Verbose"),
            ("Serilog__MinimumLevel__Override__FastEndpoints", "Verbose"));

        await KnockAsync(server);
        await server.TerminateAsync();

        var lines = server.Log.Split(['\n', '\r']);
        lines.ShouldContain(line => line.Contains(Mark, StringComparison.Ordinal), "what was asked for is in the log");
        lines.Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).ShouldBeEmpty();
        server.Log.ShouldNotContain("\u001b[31m", customMessage: "a terminal would obey it");
        if (environment == "Production")
        {
            lines.Where(line => line.Length > 0 && !IsObject(line)).ShouldBeEmpty();
        }
    }

    /// <summary>In the path, the query, headers, names and bodies, as it is and escaped once more.</summary>
    private static async Task KnockAsync(ServerProcess server)
    {
        var admin = new Person("the-admin", Person.Admin);
        var text = Uri.EscapeDataString(Line);
        foreach (var path in new[]
        {
            $"/api/admin/users/{text}", $"/api/{text}", $"/{text}", $"/api/admin/users/{text}/transactions", $"/api/sessions?course_id={text}",
            $"/api/sessions?{text}=1", $"/api/sessions?cursor={text}&limit={text}", $"/api/{Uri.EscapeDataString(text)}", $"/docs/{text}", $"/openapi/{text}.json",
        })
        {
            (await server.Api.Get(path, admin)).Status.ShouldBeInRange(200, 499);
            (await server.Api.Get(path)).Status.ShouldBeInRange(200, 499);
        }

        (await server.Api.Post("/api/courses", new { title = Line, teacher_id = Line, id = Line }, admin)).Must(400);
        (await server.Api.PostText("/api/courses", $$"""{{{JsonSerializer.Serialize(Line)}}:1}""", admin)).Must(400);
        (await server.Api.Send(HttpMethod.Get, "/api/sessions", Tokens.Of(Line, Line))).Must(401);
        (await server.Api.Send(HttpMethod.Get, "/api/sessions", Tokens.Of("the-admin", Line))).Must(200);
        await RawHttp.GetAsync(server.Http.BaseAddress!, "/api/sessions", admin, $"User-Agent: x\r{Mark}", $"X-Forwarded-For: x\t{Mark}", $"traceparent: x {Mark}");
        await RawHttp.SendAsync(server.Http.BaseAddress!, $"GET /x\r{Mark} HTTP/1.1\r\n\r\n");
        await new LiveKitServer(server.Api, TimeProvider.System).Tells(new JsonObject
        {
            ["event"] = $"participant_joined{Line}",
            ["room"] = new JsonObject { ["name"] = Line, ["sid"] = Line },
            ["participant"] = new JsonObject { ["identity"] = Line, ["sid"] = Line },
            ["id"] = Line,
        });
    }

    private static bool IsObject(string line)
    {
        try
        {
            return JsonElement.Parse(line).ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
