namespace TalkConnect.Application.Attendance;

/// <summary>Remembers when servers could hear LiveKit, so that it is known when none could.</summary>
public interface IListeningLog
{
    /// <summary>Notes that this server can hear.</summary>
    /// <param name="span">The span of listening that goes on, or begins with this beat.</param>
    /// <param name="heardAt">When this server last heard anything; null when it has not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task BeatAsync(string span, DateTimeOffset? heardAt, CancellationToken cancellationToken);
}
