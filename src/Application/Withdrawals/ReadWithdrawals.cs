using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>Withdrawals, newest first unless <paramref name="Order"/> says otherwise.</summary>
/// <param name="TeacherId">Whose; null for everybody's.</param>
/// <param name="Status">Only those; null for all.</param>
/// <param name="Order">A word of <see cref="ListOrder"/>; null for newest first.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListWithdrawals(UserId? TeacherId, string? Status, string? Order, PageRequest Page)
    : IRequest<Page<WithdrawalView>>, IPagedQuery
{
    string IPagedQuery.List => $"{nameof(ListWithdrawals)}.{(TeacherId is null ? "all" : "own")}.{Order ?? ListOrder.Newest.Word()}";
}

/// <summary>From which end a list is read.</summary>
public enum ListOrder
{
    /// <summary>What came last stands first.</summary>
    Newest,

    /// <summary>What has waited longest stands first.</summary>
    Oldest,
}

/// <summary>One withdrawal of a teacher.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="TeacherId">Who asks; other people's are not there (<c>withdrawal_not_found</c>).</param>
public sealed record GetWithdrawal(WithdrawalId Id, UserId TeacherId) : IRequest<WithdrawalView>;

/// <summary>What a withdrawal is paid with, the oldest money first.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="Actor">Who asks: its teacher or an admin.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListWithdrawalLines(WithdrawalId Id, Actor Actor, PageRequest Page) : IRequest<Page<WithdrawalLineView>>, IPagedQuery;

/// <summary>Reads what withdrawals are paid with.</summary>
public interface IWithdrawalLines
{
    /// <summary>The lines of a withdrawal after that position, at most so many.</summary>
    Task<IReadOnlyList<WithdrawalLineView>> OfAsync(WithdrawalId id, int after, int atMost, CancellationToken cancellationToken);
}

/// <summary>A part of a withdrawal, and the money that it is paid with.</summary>
/// <param name="Position">1, 2, 3 … in the withdrawal, the oldest money first.</param>
/// <param name="TransactionId">The ledger line that brought the money.</param>
/// <param name="Type">What that line was for.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="HoldId">The hold that was released; null for money of another kind.</param>
/// <param name="SessionId">The session that was paid for; null for money of another kind.</param>
/// <param name="SessionTitle">Its title; null for money of another kind.</param>
/// <param name="CourseId">Its course; null for money of another kind.</param>
/// <param name="LotAmount">What came in, less the commission.</param>
/// <param name="Amount">How much of it this withdrawal takes.</param>
/// <param name="Remainder">What is left of it after that.</param>
public sealed record WithdrawalLineView(
    int Position,
    TransactionId TransactionId,
    TransactionType Type,
    DateTimeOffset ReceivedAt,
    PaymentHoldId? HoldId,
    string? SessionId,
    string? SessionTitle,
    string? CourseId,
    Money LotAmount,
    Money Amount,
    Money Remainder);

internal sealed class ListWithdrawalsValidator : AbstractValidator<ListWithdrawals>
{
    public ListWithdrawalsValidator()
    {
        RuleFor(request => request.Status).OptionalWord(default(WithdrawalStatus));
        RuleFor(request => request.Order).OptionalWord(default(ListOrder));
    }
}
