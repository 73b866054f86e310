namespace TalkConnect.Domain.Common;

/// <summary>Attendance is reckoned in whole seconds, because that is what LiveKit reports.</summary>
public static class WholeSeconds
{
    /// <summary>The start of the second that this moment lies in.</summary>
    public static DateTimeOffset Cut(this DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
}
