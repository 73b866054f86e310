using MediatR;
using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Attendance;

/// <summary>Asks LiveKit who is in the rooms of the sessions that run now: what its webhooks lost is seen there.</summary>
/// <returns>How many rooms were looked into.</returns>
public sealed record LookIntoRooms : IRequest<int>;

/// <summary>LiveKit's list of who is in a room.</summary>
public interface IRoster
{
    /// <summary>The people who are in the room now; nobody when there is no such room.</summary>
    /// <exception cref="RoomNotListedException">LiveKit did not say it of this room.</exception>
    /// <exception cref="RosterUnavailableException">LiveKit cannot be reached.</exception>
    Task<IReadOnlyList<SeenInRoom>> ListAsync(RoomName room, CancellationToken cancellationToken);
}

/// <summary>LiveKit answered and did not say who is in the room; of others it may.</summary>
/// <param name="message">Why not, without secrets.</param>
/// <param name="innerException">What went wrong, if anything was thrown.</param>
public sealed class RoomNotListedException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>LiveKit cannot be reached: it would say nothing of any room.</summary>
/// <param name="message">Why not, without secrets.</param>
/// <param name="innerException">What went wrong, if anything was thrown.</param>
public sealed class RosterUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Knows which rooms are worth a look.</summary>
public interface IRunningRooms
{
    /// <summary>
    /// Rooms of sessions that run now, give or take the grace, and that sold a place. Each is given to one server only, and not again before
    /// most of the time between two looks has passed; it is taken only when the one before has been looked into.
    /// </summary>
    IAsyncEnumerable<RoomName> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

internal sealed partial class LookIntoRoomsHandler(
    IRunningRooms rooms, IRoster roster, IMediator mediator, TimeProvider clock, ILogger<LookIntoRoomsHandler> logger) : IRequestHandler<LookIntoRooms, int>
{
    public async Task<int> Handle(LookIntoRooms request, CancellationToken cancellationToken)
    {
        var looked = 0;
        await foreach (var room in rooms.TakeAsync(clock.GetUtcNow(), cancellationToken))
        {
            // The moment before the question: whoever joins while it is answered was not gone.
            var at = clock.GetUtcNow();
            try
            {
                await mediator.Send(new SeeRoom(room, await roster.ListAsync(room, cancellationToken), at), cancellationToken);
                Telemetry.RoomLookedInto("seen");
                looked++;
            }
            catch (RoomNotListedException error)
            {
                Telemetry.RoomLookedInto("not_listed");
                LogNotListed(room, error.Message);
            }
            catch (RosterUnavailableException error)
            {
                // Each of the next rooms would wait for it too; the webhooks go on, and the next look comes soon.
                Telemetry.RoomLookedInto("unavailable");
                LogUnavailable(error.Message);
                return looked;
            }
        }

        return looked;
    }

    [LoggerMessage(LogLevel.Warning, "LiveKit did not say who is in {Room}: {Why}")]
    private partial void LogNotListed(RoomName room, string why);

    [LoggerMessage(LogLevel.Warning, "LiveKit cannot be asked who is in its rooms: {Why}")]
    private partial void LogUnavailable(string why);
}
