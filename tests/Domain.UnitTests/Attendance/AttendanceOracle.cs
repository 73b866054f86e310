using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>How a stay in the oracle's world came to its end.</summary>
internal enum Ending
{
    Leave,
    LeaveAndAbort,
    TwoLeaves,
    Abort,
    Unheard,
}

/// <summary>One stay as it happened; seconds count from a quarter of an hour before the start.</summary>
/// <param name="Number">Makes the connection's sid.</param>
/// <param name="Room">Where.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended by the event that counts; before <paramref name="From"/> when the clocks disagree.</param>
/// <param name="How">What was said of its end.</param>
internal sealed record TrueStay(int Number, Room Room, int From, int To, Ending How)
{
    public bool IsToldByItsLeave => How is Ending.Leave or Ending.LeaveAndAbort or Ending.TwoLeaves;

    public ConnectionEvent Join => Heard.Joined(Oracle.Time(From), Connection, Room);

    public IEnumerable<ConnectionEvent> Ends => How switch
    {
        Ending.Leave => [Left(To)],
        Ending.LeaveAndAbort => [Aborted(To - 30), Left(To)],
        Ending.TwoLeaves => [Left(To), Left(To + 45)],
        Ending.Abort => [Aborted(To)],
        _ => [],
    };

    private string Connection => $"PA_{Number}";

    private ConnectionEvent Left(int at) => Heard.Left(Oracle.Time(From), Oracle.Time(at), Connection, Room);

    private ConnectionEvent Aborted(int at) => Heard.Aborted(Oracle.Time(From), Oracle.Time(at), Connection, Room);
}

/// <summary>One closing of a room as it happened.</summary>
internal sealed record TrueClosing(Room Room, int At);

/// <summary>Marks every second in which somebody was there, and counts the marks: slow, and too simple to be wrong.</summary>
internal static class Oracle
{
    /// <summary>A quarter of an hour before, ten minutes of session, a quarter of an hour of grace.</summary>
    public const int SessionMinutes = 10;

    public const int End = 40 * 60;

    public static DateTimeOffset Time(int second) => Today.At("09:45").AddSeconds(second);

    public static int AttendedSeconds(IEnumerable<TrueStay> stays, IReadOnlyCollection<TrueClosing> closings)
    {
        var there = new bool[End];
        foreach (var stay in stays)
        {
            var to = stay.How is Ending.Unheard ? Closed(stay, closings) : stay.To;
            for (var second = stay.From; second < Math.Min(to, End); second++)
            {
                there[second] = true;
            }
        }

        return there.Count(second => second);
    }

    /// <summary>In hundredths of a per cent, cut, at most 100.00.</summary>
    public static decimal Percentage(int seconds) => Math.Min(Math.Floor(seconds * 10_000m / (SessionMinutes * 60)), 10_000m) / 100m;

    private static int Closed(TrueStay stay, IEnumerable<TrueClosing> closings) =>
        closings.Where(closing => closing.Room == stay.Room && closing.At >= stay.From).Select(closing => closing.At).Append(End).Min();
}
