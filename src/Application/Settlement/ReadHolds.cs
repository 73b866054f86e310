using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>One hold, for its student, its teacher and admins. Throws <c>hold_not_found</c>.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record GetHold(PaymentHoldId Id, Actor Actor) : IRequest<HoldView>;

/// <summary>All holds, newest first, or those that wait for an admin, the longest waiting first; for admins.</summary>
/// <param name="Status">Only those in this state; null for all.</param>
/// <param name="Failed">true: only those whose settlement failed and that are not settled; false: the others; null: all.</param>
/// <param name="Waiting">true: only those that wait for an admin, the longest waiting first; false: the others; null: all.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListHolds(string? Status, string? Failed, string? Waiting, PageRequest Page) : IRequest<Page<AdminHoldView>>, IPagedQuery
{
    string IPagedQuery.List => Waiting == "true" ? $"{nameof(ListHolds)}.waiting" : nameof(ListHolds);
}

/// <summary>The explanation of a settlement. Throws <c>hold_not_found</c> or <c>not_settled</c>.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record GetReceipt(PaymentHoldId Id, Actor Actor) : IRequest<ReceiptView>;

internal sealed class ListHoldsValidator : AbstractValidator<ListHolds>
{
    public ListHoldsValidator()
    {
        RuleFor(query => query.Status).OptionalWord(default(PaymentHoldStatus));
        RuleFor(query => query.Failed).Must(IsFlag).WithMessage("failed must be true or false.");
        RuleFor(query => query.Waiting).Must(IsFlag).WithMessage("waiting must be true or false.");
    }

    private static bool IsFlag(string? text) => text is null or "true" or "false";
}
