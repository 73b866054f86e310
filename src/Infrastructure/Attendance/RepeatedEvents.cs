namespace TalkConnect.Infrastructure.Attendance;

/// <summary>
/// Whether events that were heard before are likely to come. Hardly any does, so nobody asks for them beforehand: one that does collides with itself, and its
/// group is heard once more. But where one comes, as when answers were late, others follow, and asking is cheaper.
/// </summary>
internal sealed class RepeatedEvents(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private long _noticed = long.MinValue;

    public bool AreLikely => Volatile.Read(ref _noticed) is var noticed and > long.MinValue && clock.GetElapsedTime(noticed) < Memory;

    public void Notice() => Volatile.Write(ref _noticed, clock.GetTimestamp());
}
