using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>
/// Attendance follows from the set of what happened: not from the order or repetition in which it is heard, nor from joins that were lost.
/// </summary>
public sealed class AttendanceFollowsFromWhatHappenedTests
{
    private static readonly Gen<Room> Rooms = Gen.OneOf(Room.Lesson1, Room.Lesson2);

    private static readonly Gen<TrueClosing[]> Closings =
        Gen.Select(Rooms, Gen.Int[0, Oracle.End - 1], (room, at) => new TrueClosing(room, at)).Array[0, 3];

    private static readonly Gen<TrueStay[]> StaysOfOne =
        Gen.Select(Rooms, Gen.Int[0, Oracle.End + 300], Gen.Int[-20, 900], Gen.Enum<Ending>())
            .Array[0, 5]
            .Select(stays => stays.Select((stay, number) => Stay(number, stay)).ToArray());

    private static readonly Gen<(TrueStay[] Stays, TrueClosing[] Closings, Fact[] Heard)> Stories =
        from stays in StaysOfOne
        from closings in Closings
        from lost in Gen.Bool.Array[stays.Length]
        let facts = Facts(stays.Where((stay, index) => !(lost[index] && stay.IsToldByItsLeave)), stays, closings)
        from repeated in Gen.Bool.Array[facts.Length]
        from heard in Gen.Shuffle(facts.Concat(facts.Where((_, index) => repeated[index])).ToArray())
        select (stays, closings, heard);

    [Fact]
    public void Is_the_union_of_the_seconds_in_the_room() => Stories.Sample(
        story =>
        {
            var expected = Oracle.AttendedSeconds(story.Stays, story.Closings);

            var record = Reckoned(story.Heard);

            record.AttendedSeconds.ShouldBe(expected);
            record.AttendancePercentage.Value.ShouldBe(Oracle.Percentage(expected));
        },
        iter: 10_000);

    [Fact]
    public void Tells_the_same_stays_however_it_was_heard() => Stories.Sample(
        story =>
        {
            var inOrder = Reckoned(Facts(story.Stays, story.Stays, story.Closings));

            Reckoned(story.Heard).Lines().ShouldBe(inOrder.Lines(), ignoreOrder: true);
        },
        iter: 10_000);

    private static TrueStay Stay(int number, (Room Room, int From, int Length, Ending How) stay) =>
        new(number, stay.Room, stay.From, stay.From + stay.Length, stay.How);

    private static Fact[] Facts(IEnumerable<TrueStay> joinsHeard, IEnumerable<TrueStay> stays, IEnumerable<TrueClosing> closings) =>
    [
        .. joinsHeard.Select(stay => new OfPerson("student", stay.Join)),
        .. stays.SelectMany(stay => stay.Ends).Select(end => new OfPerson("student", end)),
        .. closings.Select(closing => new OfRoom(Heard.Closed(Oracle.Time(closing.At), closing.Room, Oracle.Time(closing.At)))),
    ];

    /// <summary>The closings of rooms end stays; the session itself is over when its time is up.</summary>
    private static AttendanceRecord Reckoned(IEnumerable<Fact> heard)
    {
        var session = A.Session(minutes: Oracle.SessionMinutes);
        var record = AttendanceRecord.Open(AttendanceRecordId.From("record"), session.Id, UserId.From("student"), Today.At("10:00"));
        foreach (var fact in heard)
        {
            switch (fact)
            {
                case OfPerson told:
                    record.Hear(told.Event);
                    break;
                case OfRoom closed:
                    session.Hear(closed.Ending);
                    break;
            }
        }

        session.CompleteWhenOverdue(A.Timing, Oracle.Time(Oracle.End));
        record.Reckon(session, Lesson.Rules);
        return record;
    }
}
