using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Ledger;

/// <summary>An admin moves nobody's money into or out of their own account (<c>own_account</c>).</summary>
/// <param name="UserId">The account.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayMoveMoneyOf(UserId UserId, Actor Actor) : IAccessCheck;

internal sealed class MayMoveMoneyOfHandler : RequestHandler<MayMoveMoneyOf>
{
    protected override void Handle(MayMoveMoneyOf request) => request.Actor.MustNotBe(request.UserId);
}
