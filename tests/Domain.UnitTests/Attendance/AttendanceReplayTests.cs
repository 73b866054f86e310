using System.Globalization;
using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>Attendance is rebuilt from the webhooks that were heard, and what they had made of it comes out again.</summary>
public sealed class AttendanceReplayTests
{
    private static readonly string[] Words =
    [
        WebhookEvent.ParticipantJoined, WebhookEvent.ParticipantLeft, WebhookEvent.ParticipantAborted,
        WebhookEvent.RoomFinished, WebhookEvent.RoomStarted,
    ];

    private static readonly Gen<Told> Tellings =
        from word in Gen.Frequency((4, Gen.Int[0, 1]), (1, Gen.Int[2, 4]))
        from person in Gen.OneOf("student", "teacher", "stranger", "nobody-of-ours")
        from room in Gen.OneOf(Room.Lesson1, Room.Lesson1Again, Room.Lesson2, Room.Lesson1WithoutSid)
        from connection in Gen.Int[0, 3]
        from at in Gen.Int[0, 80]
        select new Told(Words[word], person, room, connection, at);

    [Fact]
    public void Nothing_differs_from_what_webhooks_made_of_it_before_and_after_a_settlement() =>
        Gen.Select(Tellings.Array[0, 25], Tellings.Array[0, 10], Gen.Bool).Sample(
            (before, after, settles) =>
            {
                var story = new Story();
                story.Hear(before);
                if (settles)
                {
                    story.Settle();
                }

                story.Hear(after);

                story.Differences().ShouldBeEmpty();
            },
            iter: 10_000);

    [Fact]
    public void An_event_that_never_reached_the_record_is_found()
    {
        var story = new Story();
        story.Hear([new Told(WebhookEvent.ParticipantJoined, "student", Room.Lesson1, 1, 0)]);
        story.Store(new Told(WebhookEvent.ParticipantLeft, "student", Room.Lesson1, 1, 30));

        var found = story.Differences();

        found.Select(difference => difference.Field).ShouldBe(
            ["connections", "intervals", "left_at", "attended_seconds", "duration_minutes", "attendance_percentage", "status"]);
        found.ShouldAllBe(difference => difference.UserId!.Value.Value == "student");
        found.Single(difference => difference.Field == "attended_seconds").ShouldBe(
            new AttendanceDifference(SessionId.From("session"), found[0].UserId, "attended_seconds", "0", "1800"));
    }

    [Fact]
    public void A_person_whose_record_is_missing_is_found()
    {
        var story = new Story();
        story.Store(new Told(WebhookEvent.ParticipantJoined, "stranger", Room.Lesson1, 1, 0));

        story.Differences().Single().ShouldSatisfyAllConditions(
            difference => difference.Field.ShouldBe("record"),
            difference => difference.Stored.ShouldBeNull(),
            difference => difference.Rebuilt!.ShouldStartWith("2026-03-02T10:00:00Z/.. open ["));
    }

    [Fact]
    public void A_closing_that_the_session_never_heard_of_is_found()
    {
        var story = new Story();
        story.Store(new Told(WebhookEvent.RoomFinished, "", Room.Lesson1, 1, 60));

        story.Differences().Select(difference => (difference.Field, difference.Stored)).ShouldBe(
            [("status", "scheduled"), ("completed_at", null), ("room_endings", null)]);
    }

    [Fact]
    public void What_is_heard_after_the_settlement_is_no_difference()
    {
        var story = new Story();
        story.Hear([new Told(WebhookEvent.ParticipantJoined, "student", Room.Lesson1, 1, 0)]);
        story.Settle();

        story.Store(new Told(WebhookEvent.ParticipantLeft, "student", Room.Lesson1, 1, 5));

        story.Differences().ShouldBeEmpty();
    }

    [Fact]
    public void What_looks_into_the_room_showed_is_carried_over()
    {
        var story = new Story();
        story.Hear([new Told(WebhookEvent.ParticipantJoined, "student", Room.Lesson1, 1, 0)]);
        story.Lesson.StudentRecord.Look(Room.Lesson1.Name, [new SeenInRoom("student", "PA_unheard", Today.At("10:05"))], Today.At("10:20"));
        story.Lesson.Reconcile();

        story.Lesson.StudentRecord.Intervals.Count.ShouldBe(2);
        story.Differences().ShouldBeEmpty();
    }

    [Fact]
    public void Who_was_seen_in_the_room_after_the_settlement_is_no_difference()
    {
        var story = new Story();
        story.Hear([new Told(WebhookEvent.ParticipantJoined, "teacher", Room.Lesson1, 1, 0), new Told(WebhookEvent.RoomFinished, "", Room.Lesson1, 1, 58)]);
        story.SettleAt("11:00");

        story.Lesson.Look("11:06", new SeenInRoom("teacher", "PA_back", Today.At("11:05")));

        story.Lesson.TeacherRecord.Sightings.ShouldNotBeEmpty();
        story.Differences().ShouldBeEmpty();
    }

    [Fact]
    public void A_hold_that_an_admin_settled_during_the_lesson_did_not_know_when_the_lesson_would_be_over()
    {
        var story = new Story();
        story.Hear([new Told(WebhookEvent.ParticipantJoined, "student", Room.Lesson1, 1, 0)]);
        story.ResolveAt("10:25");

        story.Lesson.IsOver();

        story.Lesson.StudentRecord.LeftAt.ShouldBeNull();
        story.Differences().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_stored_stays_as_it_is()
    {
        var story = new Story();
        story.Hear([new Told(WebhookEvent.ParticipantJoined, "student", Room.Lesson1, 1, 0)]);
        story.Store(new Told(WebhookEvent.ParticipantLeft, "student", Room.Lesson1, 1, 30));
        story.Store(new Told(WebhookEvent.RoomFinished, "", Room.Lesson1, 1, 60));

        story.Differences().ShouldNotBeEmpty();

        (story.Lesson.StudentRecord.AttendedSeconds, story.Lesson.StudentRecord.LeftAt).ShouldBe((0, null));
        (story.Lesson.Session.Status, story.Lesson.Session.RoomEndings.Count).ShouldBe((SessionStatus.InProgress, 0));
    }

    /// <summary>One webhook: what, whose, where, which connection and at which minute from 10:00 on.</summary>
    private sealed record Told(string Word, string Person, Room Room, int Connection, int Minute);

    /// <summary>A lesson that webhooks are told to as the server tells them, and that keeps them.</summary>
    private sealed class Story
    {
        private readonly List<WebhookEvent> _events = [];
        private DateTimeOffset _now = Today.At("10:00");

        public Lesson Lesson { get; } = new();

        public void Hear(IEnumerable<Told> tellings)
        {
            foreach (var told in tellings)
            {
                Hear(Store(told));
            }
        }

        public WebhookEvent Store(Told told)
        {
            _now = _now.AddMinutes(1);
            var stored = new WebhookEvent
            {
                Id = $"event-{_events.Count.ToString(CultureInfo.InvariantCulture)}",
                Event = told.Word,
                RoomName = told.Room.Name,
                RoomSid = told.Room.Sid,
                Identity = told.Person,
                ParticipantSid = $"{told.Person}-{told.Connection}",
                IsPerson = true,
                OccurredAt = Today.At("10:00").AddMinutes(told.Minute),
                ReceivedAt = _now,
                SessionId = Lesson.Session.Id,
            };
            _events.Add(stored);
            return stored;
        }

        public void Settle()
        {
            Lesson.IsOver("23:00");
            SettleAt("23:00");
        }

        public void SettleAt(string at)
        {
            _now = Today.At(at);
            Lesson.Settle(at: at);
        }

        public void ResolveAt(string at)
        {
            _now = Today.At(at);
            Lesson.Hold.Dispute(Lesson.Session, "Nobody else is here.", _now);
            Lesson.Case.Resolve(Resolution.Refund(UserId.From("admin"), "The teacher agrees."), A.Rules(), Lesson.Ids, _now);
        }

        public IReadOnlyList<AttendanceDifference> Differences() => [.. AttendanceReplay.Differences(
            new SessionHistory(
                Lesson.Session,
                Lesson.Records,
                [Lesson.Hold],
                [Lesson.Sale.Purchase],
                _events,
                new[] { Lesson.Student, Lesson.Teacher, A.Student("stranger") }.ToDictionary(user => user.Id, user => user.CreatedAt)),
            Lesson.Rules,
            A.Timing)];

        private void Hear(WebhookEvent told)
        {
            if (told.AsStart() is { } start)
            {
                Lesson.Session.Hear(start);
                Lesson.Reconcile();
            }
            else if (told.AsEnding() is { } ending)
            {
                Lesson.Hear(ending);
            }
            else if (told.Person is { } person && !Lesson.Register().IsFinal(person) && told.Identity != "nobody-of-ours")
            {
                Lesson.Hear(person.Value, told.AsConnection()!);
            }
        }
    }
}
