namespace TalkConnect.Domain.Attendance;

/// <summary>A time in which one server could hear LiveKit all along, as its heartbeats tell.</summary>
public sealed class ListeningSpan
{
    private ListeningSpan()
    {
    }

    /// <summary>The span's id: UUIDv7 text.</summary>
    public string Id { get; private init; } = "";

    /// <summary>Its first heartbeat.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Its last heartbeat so far.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>When it last heard anything; null when it has not.</summary>
    public DateTimeOffset? LastEventAt { get; private set; }

    /// <summary>Begins to listen.</summary>
    public static ListeningSpan Begin(string id, DateTimeOffset now) => new() { Id = id, Since = now, Until = now };

    /// <summary>Still listening.</summary>
    /// <param name="now">The time of the heartbeat.</param>
    /// <param name="heardAt">When the server last heard anything; null when it has not.</param>
    public void Continue(DateTimeOffset now, DateTimeOffset? heardAt = null)
    {
        LastEventAt = heardAt ?? LastEventAt;
        if (now > Until)
        {
            Until = now;
        }
    }
}
