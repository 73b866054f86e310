using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Ledger;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Settlement;

namespace TalkConnect.Infrastructure.Ledger;

internal sealed class ListTransactionsHandler(TalkConnectDbContext db) : IRequestHandler<ListTransactions, Page<TransactionView>>
{
    public async Task<Page<TransactionView>> Handle(ListTransactions request, CancellationToken cancellationToken)
    {
        if (request.MustExist && !await db.Set<User>().AnyAsync(user => user.Id == request.UserId, cancellationToken))
        {
            throw UserErrors.NotFound(request.UserId);
        }

        var before = request.Page.After?.Position ?? long.MaxValue;
        var lines = await db.Set<Transaction>().AsNoTracking()
            .Where(line => line.UserId == request.UserId && line.Sequence < before)
            .OrderByDescending(line => line.Sequence)
            .Take(request.Page.Count + 1)
            .ToListAsync(cancellationToken);
        return Page.Of([.. lines.Select(TransactionView.Of)], request, line => new PageCursor(line.Sequence, ""));
    }
}

internal sealed class GetWalletHandler(TalkConnectDbContext db, Currency currency) : IRequestHandler<GetWallet, WalletView>
{
    public async Task<WalletView> Handle(GetWallet request, CancellationToken cancellationToken)
    {
        var id = request.Actor.Id;
        var waiting = (request.Actor.Role is UserRole.Teacher
            ? db.Set<PaymentHold>().Where(hold => hold.TeacherId == id)
            : db.Set<PaymentHold>().Where(hold => hold.StudentId == id)).Unsettled();
        var found = await db.Set<User>()
            .Where(user => user.Id == id)
            .Select(user => new { user.CreditBalance, Held = waiting.Sum(hold => (decimal)hold.Amount) })
            .SingleOrDefaultAsync(cancellationToken);
        return new WalletView(found?.CreditBalance ?? Money.Zero, Money.Of(found?.Held ?? 0), currency.Code);
    }
}

internal sealed class Deposits(TalkConnectDbContext db) : IDeposits
{
    public async Task<(Deposit Deposit, Transaction Transaction)?> FindAsync(string externalReference, CancellationToken cancellationToken)
    {
        var deposit = await db.Set<Deposit>().SingleOrDefaultAsync(known => known.ExternalReference == externalReference, cancellationToken);
        return deposit is null
            ? null
            : (deposit, await db.Set<Transaction>().SingleAsync(line => line.Id == deposit.TransactionId, cancellationToken));
    }
}
