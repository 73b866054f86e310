using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Attendance;

/// <summary>Keeps what looks into rooms showed of one person.</summary>
internal static class SightingLog
{
    /// <summary>Who joined this shortly before a look may not have been listed yet, and clocks differ by seconds.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    /// <summary>The sightings with one more look.</summary>
    /// <param name="known">Those so far.</param>
    /// <param name="connections">The person's connections.</param>
    /// <param name="room">The room that was looked into.</param>
    /// <param name="seen">The person's connections in it.</param>
    /// <param name="at">When.</param>
    public static IReadOnlyList<Sighting> With(
        IReadOnlyList<Sighting> known, IReadOnlyList<Connection> connections, string room, IReadOnlyList<SeenInRoom> seen, DateTimeOffset at)
    {
        var sightings = known.ToDictionary(sighting => sighting.ParticipantSid);
        foreach (var one in seen)
        {
            var before = sightings.GetValueOrDefault(one.ParticipantSid);
            sightings[one.ParticipantSid] = new Sighting(one.ParticipantSid, room, one.JoinedAt.Cut(), Later(before?.SeenAt, at), before?.GoneAt > at ? before.GoneAt : null);
        }

        var listed = seen.Select(one => one.ParticipantSid).ToHashSet();
        foreach (var gone in sightings.Values.Where(one => one.RoomName == room && !listed.Contains(one.ParticipantSid) && one.SeenAt < at && one.GoneAt is null).ToList())
        {
            sightings[gone.ParticipantSid] = gone with { GoneAt = at };
        }

        foreach (var open in connections.Where(one => IsOpenIn(room, one, at) && !sightings.ContainsKey(one.ParticipantSid!)))
        {
            sightings[open.ParticipantSid!] = new Sighting(open.ParticipantSid!, room, open.JoinedAt!.Value, open.JoinedAt.Value, at);
        }

        return [.. sightings.Values.OrderBy(sighting => sighting.JoinedAt).ThenBy(sighting => sighting.ParticipantSid, StringComparer.Ordinal)];
    }

    /// <summary>What was known of them at a moment: nobody was seen who came later, and who was seen until later had not gone.</summary>
    public static IReadOnlyList<Sighting> Until(IReadOnlyList<Sighting> known, DateTimeOffset moment) =>
    [
        .. known.Where(sighting => sighting.JoinedAt <= moment).Select(sighting => sighting with
        {
            SeenAt = sighting.SeenAt < moment ? sighting.SeenAt : moment,
            GoneAt = sighting.GoneAt > moment ? null : sighting.GoneAt,
        }),
    ];

    private static bool IsOpenIn(string room, Connection connection, DateTimeOffset at) =>
        connection is { ParticipantSid: not null, LeftAt: null, AbortedAt: null } && connection.RoomName == room && connection.JoinedAt < at - Settling;

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at.Cut();
}
