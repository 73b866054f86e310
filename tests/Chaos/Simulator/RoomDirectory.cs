using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TalkConnect.Chaos.Simulator;

/// <summary>Stands in for LiveKit's room service: who is in a room now, for whoever may administer that room.</summary>
internal sealed class RoomDirectory : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private RoomDirectory(WebApplication app) => _app = app;

    /// <summary>Whether it can be reached.</summary>
    public bool IsThere { get; set; } = true;

    /// <summary>Who is in the room of that name; null when LiveKit answers that it cannot say.</summary>
    public Func<string, IReadOnlyList<JsonObject>?> List { get; set; } = _ => [];

    /// <summary>How often somebody asked.</summary>
    public int Asked => _asked;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("http://", "ws://", StringComparison.Ordinal);

    public static async Task<RoomDirectory> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var service = new RoomDirectory(app);
        app.MapPost("/twirp/livekit.RoomService/ListParticipants", service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        if (!IsThere)
        {
            context.Abort();
            return;
        }

        var asked = await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body);
        var room = (string?)asked?["room"] ?? "";
        if (!MayAdminister(context.Request.Headers.Authorization.ToString(), room))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("permissions denied");
            return;
        }

        if (List(room) is not { } people)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"code":"unavailable","msg":"no response from servers"}""");
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(new JsonObject { ["participants"] = new JsonArray([.. people]) }.ToJsonString());
    }

    private static bool MayAdminister(string authorization, string room)
    {
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal) || authorization["Bearer ".Length..].Split('.') is not [var head, var body, var signature])
        {
            return false;
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(LiveKitKeys.Secret), Encoding.ASCII.GetBytes($"{head}.{body}"));
        var claims = JsonSerializer.Deserialize<JsonObject>(Base64Url.DecodeFromChars(body));
        return CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(signature))
            && (string?)claims?["iss"] == LiveKitKeys.Key
            && (bool?)claims?["video"]?["roomAdmin"] == true
            && (string?)claims?["video"]?["room"] == room;
    }
}
