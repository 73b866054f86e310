using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>A session with its teacher and one student who bought a place; everything follows each thing that is heard.</summary>
internal sealed class Lesson
{
    public static readonly AttendanceRules Rules = new(AttendanceThreshold.Of(20m), LateAfter: TimeSpan.FromMinutes(10));

    public static readonly SettlementIds Ids = new(TransactionId.From("release"), TransactionId.From("commission"), TransactionId.From("refund"));

    private readonly SessionTiming _timing;
    private readonly List<AttendanceRecord> _records = [];
    private readonly List<ListeningSpan> _listening = [];
    private readonly HashSet<string> _passes = [];

    public Lesson(int minutes = 60, decimal price = 100m, bool referred = false, SessionTiming? timing = null)
    {
        _timing = timing ?? A.Timing;
        Teacher = A.Teacher(referred: referred);
        Student = A.Student(balance: price);
        Session = A.Session(Teacher, minutes: minutes, price: price);
        Sale = A.Sale(Session, Student, _timing);
    }

    public User Teacher { get; }

    public User Student { get; }

    public CourseSession Session { get; }

    public Sale Sale { get; }

    public PaymentHold Hold => Sale.Hold;

    public IReadOnlyList<AttendanceRecord> Records => _records;

    public AttendanceRecord StudentRecord => RecordOf("student");

    public AttendanceRecord TeacherRecord => RecordOf("teacher");

    /// <summary>The hold with all that its settlement looks at.</summary>
    public SettlementCase Case =>
        new(Hold, Sale.Purchase, Session, Known("student"), Known("teacher"), Student, Teacher)
        {
            BlindTimes = BlindTime.Between(_listening, Today.At("11:20")),
            StudentHadPass = _passes.Contains("student"),
            TeacherHadPass = _passes.Contains("teacher"),
        };

    public AttendanceRecord RecordOf(string person) => Known(person) ?? Opened(person);

    public Lesson Hear(string person, params ConnectionEvent[] told)
    {
        foreach (var one in told)
        {
            RecordOf(person).Hear(one);
            Reconcile();
        }

        return this;
    }

    public Lesson Hear(RoomEnding ending)
    {
        Session.Hear(ending);
        return Reconcile();
    }

    public Lesson Hear(Fact fact) => fact switch
    {
        OfPerson told => Hear(told.Person, told.Event),
        OfRoom closed => Hear(closed.Ending),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    /// <summary>Somebody was in the room of the first lesson, and nothing was lost.</summary>
    public Lesson WasThere(string person, string from, string to, string connection = "PA_1") =>
        Hear(person, Heard.Joined(from, connection), Heard.Left(from, to, connection));

    /// <summary>A look into the room of the first lesson, which shows these and nobody else.</summary>
    public Lesson Look(string at, params SeenInRoom[] seen) => Look(Today.At(at), seen);

    public Lesson Look(DateTimeOffset at, params SeenInRoom[] seen)
    {
        foreach (var one in seen)
        {
            RecordOf(one.Identity);
        }

        Register().See(Session.Room, seen.ToLookup(one => UserId.From(one.Identity)), at);
        return Reconcile();
    }

    /// <summary>Nothing said that the session was over, so its time completes it.</summary>
    public Lesson IsOver(string at = "11:15")
    {
        Session.CompleteWhenOverdue(_timing, Today.At(at));
        return Reconcile();
    }

    public Settled Settle(SettlementRules? rules = null, string at = "11:20") =>
        Case.Settle(rules ?? A.Rules(), Ids, Today.At(at));

    /// <summary>What the job does: settles it, or leaves it to an admin.</summary>
    public Settled? SettleOrReview(SettlementRules? rules = null, string at = "11:20") =>
        Case.SettleOrReview(rules ?? A.Rules(), Ids, Today.At(at));

    /// <summary>A server listened from then to then.</summary>
    public Lesson Listened(string since, string until)
    {
        var span = ListeningSpan.Begin("span", Today.At(since));
        span.Continue(Today.At(until));
        _listening.Add(span);
        return this;
    }

    /// <summary>Somebody was given a token for the room.</summary>
    public Lesson Admitted(string person)
    {
        _passes.Add(person);
        return this;
    }

    public SessionRegister Register() => new(Session, _records, [Hold], [Sale.Purchase]);

    public Lesson Reconcile()
    {
        Register().Reconcile(Rules, _timing);
        return this;
    }

    private AttendanceRecord? Known(string person) => _records.Find(record => record.UserId.Value == person);

    private AttendanceRecord Opened(string person)
    {
        var record = AttendanceRecord.Open(AttendanceRecordId.From($"record-{person}"), Session.Id, UserId.From(person), Today.At("10:00"));
        _records.Add(record);
        return record;
    }
}
