using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Looks at every hold with its purchase, its session, its receipt and the lines that it should, or should not, have.</summary>
internal sealed class HoldCheck(BooksSnapshot books, Findings findings, Totals totals)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string? last = null;
        await foreach (var row in books.ReadAsync(HoldQuery.Sql, "hold", "id", cancellationToken))
        {
            // A line that stands there twice gives its hold two rows; that it does is reported as such.
            if (row.Text("id") != last)
            {
                last = row.Text("id");
                Look(HoldEntry.Of(row), row.Subject);
            }
        }
    }

    private void Look(HoldEntry hold, string subject)
    {
        totals.Holds++;
        findings.Check(HoldRules.OfAll, hold, subject);

        switch (hold.Status)
        {
            case PaymentHoldStatus.Released:
                findings.Check(HoldRules.OfReleased, hold, subject);
                LookAtSettled(hold, subject, ReceiptRules.OfReleased);
                break;
            case PaymentHoldStatus.Refunded:
                findings.Check(HoldRules.OfRefunded, hold, subject);
                LookAtSettled(hold, subject, ReceiptRules.OfRefunded);
                break;
            case not null:
                totals.UnsettledHolds += hold.Amount;
                findings.Check(HoldRules.OfUnsettled, hold, subject);
                break;
        }
    }

    private void LookAtSettled(HoldEntry hold, string subject, Rule<ReceiptedHold>[] ofOutcome)
    {
        findings.Check(HoldRules.OfSettled, hold, subject);

        foreach (var line in hold.Lines.Where(line => line.Metadata is not null))
        {
            findings.Check(ExplainedLine.Rules, new ExplainedLine(line.Metadata!, hold), $"transaction {line.Id}");
        }

        if (hold.Receipt is { } receipt)
        {
            var receipted = new ReceiptedHold(hold, receipt);
            findings.Check(ReceiptRules.OfAll, receipted, subject);
            findings.Check(ofOutcome, receipted, subject);
            findings.Check(OfReason(receipt.Reason), receipted, subject);
        }
    }

    private static Rule<ReceiptedHold>[] OfReason(SettlementReason? reason) => reason switch
    {
        SettlementReason.SessionCancelled => ReceiptRules.OfCancelled,
        SettlementReason.Reviewed or SettlementReason.DisputeResolved => ReceiptRules.OfResolved,
        _ => ReceiptRules.OfDecided,
    };
}
