using MediatR;
using TalkConnect.Application.Ledger;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Checks every invariant of the books and of the settlements, as they are at one moment.</summary>
internal sealed class VerifyLedgerHandler(TalkConnectDbContext db) : IRequestHandler<VerifyLedger, LedgerVerification>
{
    public async Task<LedgerVerification> Handle(VerifyLedger request, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var totals = new Totals();

        await using (var books = await BooksSnapshot.OpenAsync(db, findings, cancellationToken))
        {
            await new LedgerCheck(books, findings, totals).RunAsync(cancellationToken);
            await new HoldCheck(books, findings, totals).RunAsync(cancellationToken);
            await new WithdrawalCheck(books, findings, totals).RunAsync(cancellationToken);
            await new LotCheck(books, findings).RunAsync(cancellationToken);
            await new LotOrderCheck(books, findings).RunAsync(cancellationToken);
            await new CauseCheck(books, findings).RunAsync(cancellationToken);
        }

        totals.MustBalance(findings);
        return new LedgerVerification(
            findings.Violations.Count == 0,
            new CheckedCounts(totals.Users, totals.Transactions, totals.Holds, totals.Withdrawals),
            findings.Violations);
    }
}
