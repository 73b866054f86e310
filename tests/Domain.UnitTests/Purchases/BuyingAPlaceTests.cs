using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Purchases;

public sealed class BuyingAPlaceTests
{
    [Fact]
    public void Moves_the_price_from_the_balance_into_a_hold()
    {
        var student = A.Student(balance: 100m);

        var sale = A.Sale(A.Session(price: 70.01m), student);

        student.CreditBalance.ShouldBe(Money.Of(29.99m));
        sale.Payment.Amount.ShouldBe(Money.Of(-70.01m));
        sale.Payment.Type.ShouldBe(TransactionType.Purchase);
        sale.Payment.ReferenceId.ShouldBe(sale.Purchase.Id.Value);
        sale.Hold.Amount.ShouldBe(Money.Of(70.01m));
        sale.Hold.Status.ShouldBe(PaymentHoldStatus.Held);
    }

    [Fact]
    public void Counts_the_time_that_the_student_was_there_before()
    {
        var lesson = new Lesson().WasThere("visitor", "10:00", "10:30");

        var purchase = SessionPurchase.Buy(
            lesson.Session, A.Student("visitor", balance: 100m), PurchaseId.From("p2"), PaymentHoldId.From("h2"), TransactionId.From("t2"), A.Timing,
            Today.At("10:35"), lesson.RecordOf("visitor")).Purchase;

        (lesson.Session.Status, purchase.Attended, purchase.AttendanceDurationMinutes).ShouldBe((SessionStatus.InProgress, true, 30));
    }

    [Fact]
    public void Happens_once()
    {
        var student = A.Student("kim", balance: 100m);

        Should.Throw<DomainException>(() => SessionPurchase.Buy(
            A.Session(price: 70m), student, PurchaseId.From("p2"), PaymentHoldId.From("h2"), TransactionId.From("t2"), A.Timing, Today.At("10:35"), alreadyBought: true))
            .Code.ShouldBe("already_purchased");

        student.CreditBalance.ShouldBe(Money.Of(100m));
    }

    [Fact]
    public void Ties_place_hold_student_and_teacher_together()
    {
        var sale = A.Sale(A.Session(A.Teacher("lee"), id: "s1", price: 70m), student: "kim");

        sale.Purchase.SessionId.ShouldBe(SessionId.From("s1"));
        sale.Purchase.UserId.ShouldBe(UserId.From("kim"));
        sale.Purchase.Status.ShouldBe(PurchaseStatus.Active);
        sale.Purchase.PricePaid.ShouldBe(Money.Of(70m));
        sale.Purchase.PaymentHoldId.ShouldBe(sale.Hold.Id);
        sale.Purchase.RefundAmount.ShouldBeNull();
        sale.Hold.SessionPurchaseId.ShouldBe(sale.Purchase.Id);
        sale.Hold.SessionId.ShouldBe(SessionId.From("s1"));
        sale.Hold.StudentId.ShouldBe(UserId.From("kim"));
        sale.Hold.TeacherId.ShouldBe(UserId.From("lee"));
    }

    [Fact]
    public void Knows_at_once_when_the_money_falls_due()
    {
        var aWeek = new SessionTiming(Grace: TimeSpan.FromMinutes(15), HoldPeriod: TimeSpan.FromDays(7));

        A.Sale(A.Session()).Hold.DueAt.ShouldBe(Today.At("11:15"));
        A.Sale(A.Session(), timing: aWeek).Hold.DueAt.ShouldBe(Today.At("11:15").AddDays(7));
    }

    [Fact]
    public void Counts_the_place()
    {
        var session = A.Session();

        A.Sale(session, "kim");
        A.Sale(session, "lee");

        session.PlacesSold.ShouldBe(2);
    }

    [Fact]
    public void Takes_the_last_cent_but_no_more()
    {
        A.Sale(A.Session(price: 70m), A.Student(balance: 70m)).Hold.Amount.ShouldBe(Money.Of(70m));

        Refused(A.Session(price: 70m), A.Student(balance: 69.99m)).ShouldBe("insufficient_balance");
    }

    [Fact]
    public void Is_refused_to_the_sessions_own_teacher()
    {
        var teacher = A.Teacher(balance: 100m);

        Refused(A.Session(teacher), teacher).ShouldBe("own_session");
    }

    [Fact]
    public void Is_refused_to_whoever_is_no_student() =>
        Refused(A.Session(), A.Teacher("another", balance: 100m)).ShouldBe("role_mismatch");

    [Fact]
    public void Is_refused_when_the_session_is_over()
    {
        var session = A.Session();
        session.CompleteWhenOverdue(A.Timing, Today.At("12:00"));

        Refused(session, A.Student(balance: 100m)).ShouldBe("session_closed");
    }

    [Fact]
    public void Is_possible_however_late_it_is_as_long_as_the_session_is_not_over()
    {
        var session = A.Session(at: Today.At("10:00").AddYears(-1));
        session.Start();

        A.Sale(session).Hold.DueAt.ShouldBe(Today.At("11:15").AddYears(-1));
    }

    [Fact]
    public void Takes_no_money_when_it_is_refused()
    {
        var session = A.Session();
        session.Cancel(null, Today.At("09:00"));
        var student = A.Student(balance: 100m);

        Refused(session, student).ShouldBe("session_closed");

        student.CreditBalance.ShouldBe(Money.Of(100m));
    }

    [Fact]
    public void Sells_no_place_when_it_is_refused()
    {
        var session = A.Session(price: 70m);

        Refused(session, A.Student(balance: 69.99m)).ShouldBe("insufficient_balance");

        session.PlacesSold.ShouldBe(0);
    }

    private static string Refused(CourseSession session, User student) =>
        Should.Throw<DomainException>(() => A.Sale(session, student)).Code;
}
