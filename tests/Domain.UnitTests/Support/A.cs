using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>People, sessions and sold places in one line. A session lasts from 10:00 to 11:00 unless it says otherwise.</summary>
internal static class A
{
    /// <summary>A quarter of an hour of grace, and money that waits no longer.</summary>
    public static readonly SessionTiming Timing = new(Grace: TimeSpan.FromMinutes(15), HoldPeriod: TimeSpan.Zero);

    private static readonly DateTimeOffset Before = Today.At("08:00");

    public static User Student(string id = "student", decimal balance = 0) => Person(id, UserRole.Student, null, balance);

    public static User Teacher(string id = "teacher", bool referred = false, decimal balance = 0) =>
        Person(id, UserRole.Teacher, referred ? UserId.From("referrer") : null, balance);

    public static CourseSession Session(
        User? teacher = null,
        string id = "session",
        string course = "123",
        int number = 1,
        DateTimeOffset? at = null,
        int minutes = 60,
        decimal price = 100m) =>
        CourseSession.Schedule(
            SessionId.From(id), Course(course, teacher), number, "Small talk", at ?? Today.At("10:00"), minutes, Money.Of(price), Before);

    public static Course Course(string id = "123", User? teacher = null) =>
        Domain.Courses.Course.Open(CourseId.From(id), teacher ?? Teacher(), "English", Before);

    /// <summary>A place that the student pays with money brought for it.</summary>
    public static Sale Sale(CourseSession session, string student = "student", SessionTiming? timing = null) =>
        Sale(session, Student(student, balance: session.Price.Value), timing);

    /// <summary>A place that the student pays from the balance.</summary>
    public static Sale Sale(CourseSession session, User student, SessionTiming? timing = null)
    {
        var place = $"{session.Id}-{student.Id}";
        return SessionPurchase.Buy(
            session, student, PurchaseId.From(place), PaymentHoldId.From(place), TransactionId.From(place), timing ?? Timing, Before);
    }

    /// <summary>The money of a place that falls due then.</summary>
    public static PaymentHold Hold(string student = "student", string dueAt = "11:15", string session = "session")
    {
        var hold = Sale(Session(id: session), student).Hold;
        hold.FallDue(Today.At(dueAt));
        return hold;
    }

    public static Posting Deposit(decimal amount, string id = "deposit") =>
        Posting.OfDeposit(DepositId.From(id), Money.Of(amount), "bank-1");

    public static SettlementRules Rules(
        SettlementPolicy? policy = null, decimal threshold = 20m, decimal referredRate = 0.30m, decimal standardRate = 0m) =>
        new(policy ?? SettlementPolicy.SeedV1, AttendanceThreshold.Of(threshold), new CommissionPolicy(referredRate, standardRate), Timing);

    private static User Person(string id, UserRole role, UserId? referredBy, decimal balance)
    {
        var person = User.Register(UserId.From(id), "Kim", "kim@example.org", role, referredBy, Before);
        if (balance > 0)
        {
            person.Post(TransactionId.From($"{id}-brought"), Deposit(balance), Before);
        }

        return person;
    }
}
