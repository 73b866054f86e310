using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Stands in for LiveKit's RoomService: a real port that answers ListParticipants exactly as its Twirp server writes it.</summary>
public sealed class RoomService : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly Dictionary<string, List<JsonObject>> _rooms = [];

    private RoomService()
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public static RoomService Start() => new();

    public int Port { get; }

    public string Url => $"ws://127.0.0.1:{Port}";

    /// <summary>What was asked, newest last: path, Authorization, body.</summary>
    public List<(string Path, string? Authorization, string Body)> Asked { get; } = [];

    /// <summary>Answers this instead of a list: status, type, body.</summary>
    public (int Status, string Type, string Body)? Fault { get; set; }

    /// <summary>Where only of one room; null: of each.</summary>
    public Room? FaultyRoom { get; set; }

    /// <summary>Somebody is listed in a room from now on.</summary>
    public void Lists(Room room, Person person, string sid, DateTimeOffset joinedAt, string state = "ACTIVE", string kind = "STANDARD") =>
        In(room.Name).Add(new JsonObject
        {
            ["sid"] = sid,
            ["identity"] = person.Id,
            ["state"] = state,
            ["tracks"] = new JsonArray(),
            ["metadata"] = "",
            ["joined_at"] = joinedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["joined_at_ms"] = joinedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["name"] = "",
            ["version"] = 3,
            ["permission"] = new JsonObject { ["can_subscribe"] = true, ["can_publish"] = true, ["recorder"] = false, ["agent"] = false },
            ["region"] = "",
            ["is_publisher"] = false,
            ["kind"] = kind,
            ["attributes"] = new JsonObject(),
            ["disconnect_reason"] = "UNKNOWN_REASON",
            ["kind_details"] = new JsonArray(),
            ["simulcast"] = null,
        });

    /// <summary>Nobody with that connection is listed any more.</summary>
    public void Forgets(Room room, string sid) => In(room.Name).RemoveAll(one => one["sid"]!.GetValue<string>() == sid);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private List<JsonObject> In(string room) => _rooms.TryGetValue(room, out var present) ? present : _rooms[room] = [];

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        Asked.Add((context.Request.Url!.AbsolutePath, context.Request.Headers["Authorization"], body));
        var isFaulty = FaultyRoom is null || body.Contains(FaultyRoom.Name, StringComparison.Ordinal);
        var (status, type, text) = isFaulty && Fault is { } fault ? fault : (200, "application/json", List(body));
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
        context.Response.Close();
    }

    private string List(string body)
    {
        var room = JsonDocument.Parse(body).RootElement.GetProperty("room").GetString()!;
        return new JsonObject { ["participants"] = new JsonArray([.. In(room).Select(one => one.DeepClone())]) }.ToJsonString();
    }
}
