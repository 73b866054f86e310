using CsCheck;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

/// <summary>Whether and when a session was over follows from what happened, never from the order in which it was heard.</summary>
public sealed class OrderOfArrivalTests
{
    private static readonly Room[] Rooms = [Room.Lesson1, Room.Lesson1Again, Room.Lesson2, Room.Lesson2WithoutSid];

    /// <summary>Minutes from a quarter of an hour before the start to half an hour after the grace.</summary>
    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[-15, 105].Select(minute => Today.At("10:00").AddMinutes(minute));

    private static readonly Gen<Fact> Closings =
        from room in Gen.OneOf(Rooms)
        from at in Moments
        select (Fact)new OfRoom(Heard.Closed(at, room, heardAt: at));

    private static readonly Gen<Fact> Connections =
        from person in Gen.OneOf("teacher", "student", "visitor")
        from room in Gen.OneOf(Rooms)
        from sid in Gen.OneOf("PA_1", "PA_2", "PA_3")
        from at in Moments
        from minutes in Gen.Int[0, 60]
        from what in Gen.Int[0, 3]
        select (Fact)new OfPerson(person, what switch
        {
            0 => Heard.Joined(at, sid, room),
            1 => Heard.Aborted(at, at.AddMinutes(minutes), sid, room),
            _ => Heard.Left(at, at.AddMinutes(minutes), sid, room),
        });

    private static readonly Gen<(Fact[] Facts, Fact[] Shuffled)> Stories =
        from closings in Closings.Array[1, 3]
        from connections in Connections.Array[0, 6]
        let facts = closings.Concat(connections).DistinctBy(Id).ToArray()
        from shuffled in Gen.Shuffle(facts)
        select (facts, shuffled);

    [Fact]
    public void Has_no_say_in_whether_and_when_a_session_is_over() => Stories.Sample(
        story => Ends(story.Shuffled).ShouldBe(Ends(story.Facts)), iter: 10_000);

    [Fact]
    public void Has_no_say_when_things_are_told_twice() => Stories.Sample(
        story => Ends([.. story.Shuffled, .. story.Facts]).ShouldBe(Ends(story.Facts)), iter: 10_000);

    private static (SessionStatus Status, DateTimeOffset? CompletedAt) Ends(IEnumerable<Fact> facts)
    {
        var lesson = facts.Aggregate(new Lesson(), (lesson, fact) => lesson.Hear(fact));
        return (lesson.Session.Status, lesson.Session.CompletedAt);
    }

    private static string Id(Fact fact) => fact switch
    {
        OfPerson told => $"{told.Person} {told.Event.EventId}",
        OfRoom closed => closed.Ending.EventId,
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };
}
