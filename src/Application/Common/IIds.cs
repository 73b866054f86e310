using TalkConnect.Domain.Common;

namespace TalkConnect.Application.Common;

/// <summary>Makes ids. A unit of work that is tried again gets the same ones, so that nothing can be written twice.</summary>
public interface IIds
{
    /// <summary>A new id: UUIDv7 text.</summary>
    T New<T>()
        where T : struct, IEntityId<T>;
}
