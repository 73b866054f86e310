using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>What the server tells, as far as the contract says that it must be there.</summary>
public sealed record UserShape(string Id, string Name, string Email, string Role, string? ReferredBy, decimal CreditBalance);

public sealed record CourseShape(string Id, string TeacherId, string Title);

public sealed record SessionShape(
    string Id, string CourseId, int SessionNumber, string Title, DateTimeOffset ScheduledAt, int DurationMinutes, decimal Price, string Status,
    DateTimeOffset? CompletedAt, string Room);

public sealed record WalletShape(decimal CreditBalance, decimal Held, string Currency);

public sealed record TransactionShape(
    string Id, int Sequence, string Type, decimal Amount, decimal BalanceBefore, decimal BalanceAfter, string Status, string CounterAccount,
    string ReferenceType, string ReferenceId, string Description, Dictionary<string, JsonElement> Metadata, DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt);

public sealed record PostingShape(TransactionShape Transaction, decimal CreditBalance);

public sealed record PurchaseAnswerShape(string PurchaseId, string PaymentHoldId, decimal Amount, decimal CreditBalance);

public sealed record PurchaseShape(
    string Id, string SessionId, string Status, decimal PricePaid, bool Attended, int AttendanceDurationMinutes, decimal? RefundAmount,
    string PaymentHoldId, string PaymentStatus, DateTimeOffset DueAt);

public sealed record HoldShape(
    string Id, string SessionPurchaseId, string SessionId, string StudentId, string TeacherId, decimal Amount, string Status, DateTimeOffset HeldAt,
    DateTimeOffset DueAt, DateTimeOffset? ReleasedAt, decimal? ReleasePercentage, string? Notes,
    decimal RefundedAmount, string? ReviewReason, string? DisputeReason, DateTimeOffset? FrozenAt);

public sealed record AttendanceShape(
    string SessionId, string UserId, DateTimeOffset? JoinedAt, DateTimeOffset? LeftAt, int DurationMinutes, int AttendedSeconds,
    decimal AttendancePercentage, string Status, IReadOnlyList<StayShape> Intervals);

public sealed record StayShape(DateTimeOffset JoinedAt, DateTimeOffset? LeftAt);

public sealed record RunShape(
    int Released, int Refunded, int Failed, decimal ReleasedAmount, decimal RefundedAmount, decimal CommissionAmount, int NeedsReview = 0);

public sealed record ReceiptShape(
    string HoldId, string Outcome, string Reason, PolicyShape Policy, decimal ThresholdPercentage, int AttendedSeconds, int RequiredSeconds,
    int MarginSeconds, decimal? AttendancePercentage, IReadOnlyList<EvidenceShape> Intervals, TeacherPresenceShape TeacherPresence,
    CommissionShape Commission, IReadOnlyList<string> TransactionIds, int CertainSeconds, int PossibleSeconds, decimal Refunded,
    DecisionShape? Decision, string? DisputeReason, DateTimeOffset SettledAt);

public sealed record DecisionShape(string AdminId, string Reason);

public sealed record PolicyShape(string Name, int Version);

public sealed record EvidenceShape(DateTimeOffset JoinedAt, DateTimeOffset? LeftAt, IReadOnlyList<string> EventIds);

public sealed record TeacherPresenceShape(int AttendedSeconds);

public sealed record CommissionShape(string Rule, decimal Rate, decimal Gross, decimal Fee, decimal Net);

public sealed record JoinShape(string Url, string Room, string Token, DateTimeOffset ExpiresAt);

public sealed record WithdrawalShape(
    string Id, string TeacherId, decimal Amount, string Status, BankAccountShape BankAccountInfo, DateTimeOffset RequestedAt,
    DateTimeOffset? ProcessedAt, DateTimeOffset? CompletedAt, string? Notes, string? AdminNotes, string? BankReference);

public sealed record BankAccountShape(string BankName, string AccountNumber, string AccountName, string? Branch, string? SwiftCode);

public sealed record WithdrawalLineShape(
    int Position, string TransactionId, string Type, string? HoldId, string? SessionId, string? SessionTitle, decimal LotAmount, decimal Amount, decimal Remainder);

public sealed record AuditShape(
    string Id, DateTimeOffset At, string ActorId, string ActorRole, string? Address, string Action, string SubjectType, string SubjectId,
    JsonElement? Before, JsonElement? After);

public sealed record VerificationShape(bool Ok, IReadOnlyList<ViolationShape> Violations);

public sealed record ViolationShape(string Invariant, string Subject, string Detail);

public sealed record PageShape<T>(IReadOnlyList<T> Items, string? NextCursor);
