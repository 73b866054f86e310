using System.Text;

namespace TalkConnect.DevTools.LiveKit;

internal static class LiveKitEventCommand
{
    public const string Usage = """
        Sends one webhook event exactly as LiveKit would, and prints the answer.

        Usage: build/livekit-event EVENT --room NAME [--identity USER] [options]

          EVENT           room_started, room_finished, participant_joined, participant_left,
                          participant_connection_aborted, track_published, track_unpublished
          --room          course_{courseId}_session_{number}_lesson_{number}
          --identity      the user's id; participant and track events need it
          --at            when it happens: Unix seconds or ISO 8601, now unless told
          --joined-at     when the connection began; a join takes --at, a leave goes without it unless told
          --sid           the connection, PA_...; the same for the same room and identity unless told
          --room-sid      the room's sid, RM_...; the same for the same room unless told
          --kind          AGENT, EGRESS, INGRESS or SIP for what is not a person
          --id            the event's id, EV_...; give the same one again to repeat a delivery
          --key, --secret the LiveKit API key and its secret, those of the server's LiveKit__Keys__* (or devkey and secret) unless told
          --base          the server's address, http://127.0.0.1:5080 or ASPNETCORE_URLS unless told
          --print         prints the request instead of sending it

        An empty --sid, --room-sid or --id leaves it out.
        """;

    private static readonly string[] Options =
        ["--room", "--room-sid", "--identity", "--sid", "--joined-at", "--at", "--kind", "--id", "--key", "--secret", "--base"];

    private static readonly string[] Kinds = ["STANDARD", "AGENT", "EGRESS", "INGRESS", "SIP"];

    public static async Task<int> Run(string[] args)
    {
        var given = new Arguments(args, Options, ["--print"]);
        var server = DevelopmentServer.BaseAddress(given["--base"]);
        var key = given["--key"] ?? DevelopmentServer.LiveKitKey;
        var webhook = SignedWebhook.Sign(Event(given), key, given["--secret"] ?? DevelopmentServer.LiveKitSecret(key));
        if (given.Has("--print"))
        {
            Print(webhook, server);
            return 0;
        }

        using var http = new HttpClient();
        using var response = await http.SendAsync(webhook.ToRequest(server));
        Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
        Console.WriteLine(await response.Content.ReadAsStringAsync());
        return response.IsSuccessStatusCode ? 0 : 1;
    }

    private static LiveKitEvent Event(Arguments given)
    {
        var name = given.Words("EVENT")[0];
        var withParticipant = LiveKitEvent.ParticipantEvents.Contains(name);
        if (!withParticipant && !LiveKitEvent.RoomEvents.Contains(name))
        {
            throw new UsageException($"'{name}' is not one of the events.");
        }

        var room = given.Required("--room");
        var at = given.Instant("--at") ?? TimeProvider.System.GetUtcNow();
        return new LiveKitEvent(name, room, given["--room-sid"] ?? LiveKitIds.From("RM", room), at)
        {
            Id = given["--id"] ?? LiveKitIds.New("EV"),
            Participant = withParticipant ? Participant(given, room, name == "participant_joined" ? at : null) : null,
        };
    }

    private static LiveKitParticipant Participant(Arguments given, string room, DateTimeOffset? joinedAt)
    {
        var identity = given.Required("--identity");
        var kind = given["--kind"]?.ToUpperInvariant() ?? "STANDARD";
        return new LiveKitParticipant(identity, given["--sid"] ?? LiveKitIds.From("PA", $"{room} {identity}"))
        {
            JoinedAt = given.Instant("--joined-at") ?? joinedAt,
            Kind = Kinds.Contains(kind) ? kind : throw new UsageException($"'{kind}' is not a kind of participant."),
        };
    }

    private static void Print(SignedWebhook webhook, Uri server)
    {
        Console.WriteLine($"POST {new Uri(server, SignedWebhook.Path)}");
        Console.WriteLine($"Content-Type: {SignedWebhook.ContentType}");
        Console.WriteLine($"Authorization: {webhook.Token}");
        Console.WriteLine($"User-Agent: {SignedWebhook.UserAgent}");
        Console.WriteLine();
        Console.WriteLine(Encoding.UTF8.GetString(webhook.Body));
    }
}
