using System.Linq.Expressions;
using System.Reflection;
using Microsoft.OpenApi;
using TalkConnect.Application.Common;
using TalkConnect.Application.Ledger;
using TalkConnect.Application.Revenue;
using TalkConnect.Application.Settlement;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Web.Attendance;
using TalkConnect.Web.Audit;
using TalkConnect.Web.Common;
using TalkConnect.Web.Courses;
using TalkConnect.Web.Ledger;
using TalkConnect.Web.Revenue;
using TalkConnect.Web.Settlement;
using TalkConnect.Web.Users;
using TalkConnect.Web.Withdrawals;

namespace TalkConnect.Web.OpenApi;

/// <summary>What the validators demand of a member of a request.</summary>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Describe">Gives its schema the type and limits.</param>
internal sealed record Demand(bool Required, Action<OpenApiSchema> Describe);

/// <summary>
/// What the validators demand, for the description only. The members themselves say less: all of them may be null and most
/// take any text, so that every wrong field of a request is named. A member that is not listed is described as its C# type.
/// </summary>
internal static class Demands
{
    private static readonly Dictionary<(Type?, string), Demand> All = new(
    [
        Optional((ListRequest list) => list.Limit, Schemas.Whole(1, PageRequest.MaxLimit, PageRequest.DefaultLimit)),
        Optional((ListRequest list) => list.Cursor, Schemas.Text(200)),

        Required((PutUserBody user) => user.Name, Schemas.Text(User.MaxNameLength)),
        Required((PutUserBody user) => user.Email, Schemas.Text(User.MaxEmailLength)),
        Required((PutUserBody user) => user.Role, Schemas.Word<UserRole>()),
        Optional((PutUserBody user) => user.ReferredBy, Schemas.Id),

        Required((DepositBody deposit) => deposit.Amount, Schemas.Amount),
        Required((DepositBody deposit) => deposit.ExternalReference, Schemas.Text(Deposit.MaxReferenceLength)),
        Required((AdjustmentBody adjustment) => adjustment.Amount, Schemas.Amount),
        Required((AdjustmentBody adjustment) => adjustment.Reason, Schemas.Text(AdjustBalance.MaxReasonLength)),

        Optional((OpenCourseBody course) => course.Id, Schemas.Id),
        Optional((OpenCourseBody course) => course.TeacherId, Schemas.Id),
        Required((OpenCourseBody course) => course.Title, Schemas.Text(Course.MaxTitleLength)),

        Optional((ScheduleSessionBody session) => session.Id, Schemas.Id),
        Required((ScheduleSessionBody session) => session.SessionNumber, Schemas.Whole(1, CourseSession.MaxNumber)),
        Required((ScheduleSessionBody session) => session.Title, Schemas.Text(Course.MaxTitleLength)),
        Required((ScheduleSessionBody session) => session.ScheduledAt, Schemas.Time),
        Required((ScheduleSessionBody session) => session.DurationMinutes, Schemas.Whole(1, CourseSession.MaxDurationMinutes)),
        Required((ScheduleSessionBody session) => session.Price, Schemas.Amount),

        Optional((CancelSessionBody cancel) => cancel.Reason, Schemas.Text(CourseSession.MaxReasonLength, minLength: 0)),
        Optional((JoinSessionBody join) => join.LessonNumber, Schemas.Whole(1, 99)),
        Optional((ListSessionsRequest list) => list.CourseId, Schemas.Id),
        Optional((ListSessionsRequest list) => list.Status, Schemas.Word<SessionStatus>()),

        Optional((ListHoldsRequest list) => list.Status, Schemas.Word<PaymentHoldStatus>()),
        Optional((ListHoldsRequest list) => list.Failed, Schemas.Flag),
        Optional((ListHoldsRequest list) => list.Waiting, Schemas.Flag),

        Required((DisputeHoldBody dispute) => dispute.Reason, Schemas.Text(PaymentHold.MaxReasonLength)),
        Required((DecidePauseBody decision) => decision.Reason, Schemas.Text(SettlementPause.MaxReasonLength)),
        Required((ResolveHoldBody resolution) => resolution.Decision, Schemas.Word<HoldDecision>()),
        Optional((ResolveHoldBody resolution) => resolution.TeacherAmount, Schemas.Amount),
        Required((ResolveHoldBody resolution) => resolution.Reason, Schemas.Text(PaymentHold.MaxReasonLength)),

        Optional((RebuildAttendanceBody rebuild) => rebuild.SessionId, Schemas.Id),
        Optional((RebuildAttendanceBody rebuild) => rebuild.From, Schemas.Time),
        Optional((RebuildAttendanceBody rebuild) => rebuild.To, Schemas.Time),

        Required((SimulatePolicyBody simulation) => simulation.From, Schemas.Time),
        Required((SimulatePolicyBody simulation) => simulation.To, Schemas.Time),
        Optional((SimulatePolicyBody simulation) => simulation.Policy, Schemas.Words(SettlementPolicy.All.Select(policy => policy.Name))),
        Optional((SimulatePolicyBody simulation) => simulation.ThresholdPercentage, Schemas.Percentage),
        Optional((SimulatePolicyBody simulation) => simulation.HoldPeriod, Schemas.Duration),
        Optional((SimulatePolicyBody simulation) => simulation.ReferredRate, Schemas.Rate),
        Optional((SimulatePolicyBody simulation) => simulation.StandardRate, Schemas.Rate),

        Required((RequestWithdrawalBody withdrawal) => withdrawal.Amount, Schemas.Amount),
        Optional((RequestWithdrawalBody withdrawal) => withdrawal.BankAccountInfo, _ => { }),
        Optional((RequestWithdrawalBody withdrawal) => withdrawal.SameAccountAs, Schemas.Id),
        Optional((RequestWithdrawalBody withdrawal) => withdrawal.Notes, Schemas.Text(Withdrawal.MaxNoteLength, minLength: 0)),
        Required((BankAccountInput account) => account.BankName, Schemas.Text(BankAccount.MaxNameLength)),
        Required((BankAccountInput account) => account.AccountNumber, Schemas.Text(BankAccount.MaxNumberLength, minLength: 6)),
        Required((BankAccountInput account) => account.AccountName, Schemas.Text(BankAccount.MaxNameLength)),
        Optional((BankAccountInput account) => account.Branch, Schemas.Text(BankAccount.MaxNameLength)),
        Optional((BankAccountInput account) => account.SwiftCode, Schemas.Text(11, minLength: 8)),
        Optional((ApproveWithdrawalBody approval) => approval.AdminNotes, Schemas.Text(Withdrawal.MaxNoteLength, minLength: 0)),
        Optional((ApproveWithdrawalBody approval) => approval.BankReference, Schemas.Text(Withdrawal.MaxReferenceLength)),
        Optional((ApproveWithdrawalBody approval) => approval.Reason, Schemas.Nothing),
        Required((CompleteWithdrawalBody payment) => payment.BankReference, Schemas.Text(Withdrawal.MaxReferenceLength)),
        Optional((CompleteWithdrawalBody payment) => payment.AdminNotes, Schemas.Text(Withdrawal.MaxNoteLength, minLength: 0)),
        Optional((CompleteWithdrawalBody payment) => payment.Reason, Schemas.Nothing),
        Required((RejectWithdrawalBody refusal) => refusal.Reason, Schemas.Text(Withdrawal.MaxNoteLength)),
        Optional((RejectWithdrawalBody refusal) => refusal.AdminNotes, Schemas.Text(Withdrawal.MaxNoteLength, minLength: 0)),
        Optional((RejectWithdrawalBody refusal) => refusal.BankReference, Schemas.Nothing),
        Optional((ListWithdrawalsRequest list) => list.Status, Schemas.Word<WithdrawalStatus>()),
        Optional((ListWithdrawalsRequest list) => list.Order, Schemas.Word<ListOrder>()),

        Optional((RevenueRequest revenue) => revenue.From, Schemas.Text(40)),
        Optional((RevenueRequest revenue) => revenue.To, Schemas.Text(40)),
        Optional((RevenueRequest revenue) => revenue.TimeZone, Schemas.Text(64)),
        Optional((RevenueSeriesRequest revenue) => revenue.Interval, Schemas.Word<RevenueInterval>()),
        Optional((RevenueLinesRequest revenue) => revenue.Limit, Schemas.Whole(1, PageRequest.MaxLimit, PageRequest.DefaultLimit)),
        Optional((RevenueLinesRequest revenue) => revenue.Cursor, Schemas.Text(200)),
        Optional((StatementRequest statement) => statement.TimeZone, Schemas.Text(64)),

        Optional((ListAuditEntriesRequest list) => list.ActorId, Schemas.Id),
        Optional((ListAuditEntriesRequest list) => list.Action, Schemas.Word<AuditAction>()),
        Optional((ListAuditEntriesRequest list) => list.SubjectType, Schemas.Word<AuditSubject>()),
        Optional((ListAuditEntriesRequest list) => list.SubjectId, Schemas.Id),
        Optional((ListAuditEntriesRequest list) => list.From, Schemas.Time),
        Optional((ListAuditEntriesRequest list) => list.To, Schemas.Time),
    ]);

    public static Demand? On(ICustomAttributeProvider? member) =>
        member is PropertyInfo property ? All.GetValueOrDefault((property.DeclaringType, property.Name)) : null;

    private static KeyValuePair<(Type?, string), Demand> Required<T, TMember>(
        Expression<Func<T, TMember>> member, Action<OpenApiSchema> describe) =>
        new(Key(member), new Demand(Required: true, describe));

    private static KeyValuePair<(Type?, string), Demand> Optional<T, TMember>(
        Expression<Func<T, TMember>> member, Action<OpenApiSchema> describe) =>
        new(Key(member), new Demand(Required: false, describe));

    private static (Type?, string) Key(LambdaExpression member)
    {
        var property = ((MemberExpression)member.Body).Member;
        return (property.DeclaringType, property.Name);
    }
}
