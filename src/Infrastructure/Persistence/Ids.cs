using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Remembers the ids it made, so that a unit of work that is run again gets the same ones.</summary>
internal sealed class Ids(TimeProvider clock) : IIds
{
    private readonly List<string> _made = [];

    /// <summary>How many ids were given out; set back to repeat them.</summary>
    public int Position { get; set; }

    public T New<T>()
        where T : struct, IEntityId<T>
    {
        if (Position == _made.Count)
        {
            _made.Add(Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        }

        return T.From(_made[Position++]);
    }
}
