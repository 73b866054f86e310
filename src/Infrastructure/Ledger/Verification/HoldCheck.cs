using System.Text.Json;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Looks at every hold with its purchase, its session, its receipt and the lines that it should, or should not, have.</summary>
internal sealed class HoldCheck(BooksSnapshot books, Findings findings, Totals totals)
{
    private const string Holds = """
        SELECT h.id, h.amount, h.status, h.session_id, h.student_id, h.teacher_id, h.due_at, h.released_at, h.session_purchase_id,
               s.id AS session, s.status AS session_status, s.scheduled_end, s.teacher_id AS session_teacher,
               p.id AS purchase, p.status AS purchase_status, p.price_paid, p.refund_amount, p.session_id AS purchase_session,
               p.user_id AS purchase_user, p.payment_hold_id, pay.id AS payment,
               r.hold_id AS receipt, r.outcome, r.gross, r.fee, r.net, r.transaction_ids,
               rel.id AS release_line, com.id AS commission_line, com.amount AS commission_amount, ref.id AS refund_line
        FROM payment_holds h
        LEFT JOIN course_sessions s ON s.id = h.session_id
        LEFT JOIN session_purchases p ON p.id = h.session_purchase_id
        LEFT JOIN receipts r ON r.hold_id = h.id
        LEFT JOIN transactions pay ON pay.user_id = h.student_id AND pay.type = 'purchase'
            AND pay.reference_type = 'session_purchase' AND pay.reference_id = h.session_purchase_id
        LEFT JOIN transactions rel ON rel.user_id = h.teacher_id AND rel.type = 'payment_release'
            AND rel.reference_type = 'payment_hold' AND rel.reference_id = h.id
        LEFT JOIN transactions com ON com.user_id = h.teacher_id AND com.type = 'commission'
            AND com.reference_type = 'payment_hold' AND com.reference_id = h.id
        LEFT JOIN transactions ref ON ref.user_id = h.student_id AND ref.type = 'refund'
            AND ref.reference_type = 'payment_hold' AND ref.reference_id = h.id
        ORDER BY h.id
        """;

    private string? _last;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var hold in books.ReadAsync(Holds, "hold", "id", cancellationToken))
        {
            // A line that stands there twice gives its hold two rows; that it does is the ledger check's to say.
            if (hold.Text("id") != _last)
            {
                _last = hold.Text("id");
                Look(hold, $"hold {_last}", hold.Money("amount"));
            }
        }
    }

    private void Look(Row hold, string subject, decimal amount)
    {
        totals.Holds++;
        LookAtPurchase(hold, subject, amount);
        findings.Check(hold.Has("session") && hold.Text("session_teacher") == hold.Text("teacher_id"), "hold_fits_its_session", subject, $"Its session {hold.Text("session_id")} is missing or of another teacher.");
        findings.Check(!hold.Has("session") || hold.Time("due_at") >= hold.Time("scheduled_end"), "due_after_the_session", subject, $"It is due at {hold.Text("due_at")}, before the session's scheduled end.");

        switch (hold.Text("status"))
        {
            case "released":
                LookAtRelease(hold, subject, amount);
                break;
            case "refunded":
                LookAtRefund(hold, subject, amount);
                break;
            case "held" or "disputed" or "needs_review":
                totals.UnsettledHolds += amount;
                LookAtUnsettled(hold, subject);
                break;
            default:
                findings.Add("unreadable_value", subject, $"status is '{hold.Text("status")}', which is none.");
                break;
        }
    }

    private void LookAtPurchase(Row hold, string subject, decimal amount)
    {
        findings.Check(
            hold.Has("purchase")
            && hold.Text("payment_hold_id") == hold.Text("id")
            && hold.Text("purchase_session") == hold.Text("session_id")
            && hold.Text("purchase_user") == hold.Text("student_id")
            && hold.Money("price_paid") == amount,
            "hold_fits_its_purchase",
            subject,
            $"Its purchase {hold.Text("session_purchase_id")} is missing, or of another hold, session, student or price; the hold has {amount}.");
        findings.Check(hold.Has("payment"), "purchase_is_paid", subject, $"There is no purchase line for purchase {hold.Text("session_purchase_id")}.");
    }

    private void LookAtRelease(Row hold, string subject, decimal amount)
    {
        findings.Check(hold.Has("release_line"), "released_hold_is_paid_out", subject, $"It is released, and no payment_release of {amount} is in the teacher's ledger.");
        findings.Check(!hold.Has("refund_line"), "released_hold_is_paid_out", subject, $"It is released, and a refund is in the student's ledger too.");
        findings.Check(hold.Text("purchase_status") == "completed" && !hold.Has("refund_amount"), "purchase_follows_its_hold", subject, $"It is released; its purchase is {hold.Text("purchase_status")} with refund {hold.Text("refund_amount") ?? "none"}.");
        LookAtReceipt(hold, subject, "released", hold.Text("release_line"), hold.Text("commission_line"));

        if (hold.Has("receipt"))
        {
            var (gross, fee, net) = (hold.Money("gross"), hold.Money("fee"), hold.Money("net"));
            var commission = hold.Has("commission_line") ? -hold.Money("commission_amount") : 0;
            findings.Check(gross == amount && fee + net == gross, "receipt_adds_up", subject, $"The receipt says {gross} = {fee} + {net}; the hold has {amount}.");
            findings.Check(fee == commission, "commission_fits_its_receipt", subject, $"The receipt's fee is {fee}; the ledger's commission is {commission}.");
        }
    }

    private void LookAtRefund(Row hold, string subject, decimal amount)
    {
        findings.Check(hold.Has("refund_line"), "refunded_hold_is_given_back", subject, $"It is refunded, and no refund of {amount} is in the student's ledger.");
        findings.Check(!hold.Has("release_line") && !hold.Has("commission_line"), "refunded_hold_is_given_back", subject, $"It is refunded, and a release or commission is in the teacher's ledger too.");
        findings.Check(
            hold.Text("purchase_status") == "refunded" && hold.Has("refund_amount") && hold.Money("refund_amount") == amount,
            "purchase_follows_its_hold",
            subject,
            $"It is refunded; its purchase is {hold.Text("purchase_status")} with refund {hold.Text("refund_amount") ?? "none"}, not {amount}.");
        LookAtReceipt(hold, subject, "refunded", hold.Text("refund_line"), null);
    }

    private void LookAtUnsettled(Row hold, string subject)
    {
        var state = hold.Text("status");
        findings.Check(!hold.Has("release_line") && !hold.Has("commission_line") && !hold.Has("refund_line"), "unsettled_hold_moves_nothing", subject, $"It is {state}, and ledgers have lines of its settlement.");
        findings.Check(!hold.Has("receipt") && !hold.Has("released_at"), "unsettled_hold_moves_nothing", subject, $"It is {state}, and it has a receipt or a time of settlement.");
        findings.Check(hold.Text("purchase_status") == "active", "purchase_follows_its_hold", subject, $"It is {state}; its purchase is {hold.Text("purchase_status")}.");
        findings.Check(hold.Text("session_status") != "cancelled", "cancelled_session_holds_nothing", subject, $"It is {state}; its session is cancelled.");
    }

    private void LookAtReceipt(Row hold, string subject, string outcome, params string?[] lines)
    {
        findings.Check(hold.Has("released_at"), "settled_hold_has_a_receipt", subject, $"It is {outcome} and has no time of settlement.");
        findings.Check(hold.Text("outcome") == outcome, "settled_hold_has_a_receipt", subject, $"It is {outcome}; its receipt says {hold.Text("outcome") ?? "nothing, there is none"}.");
        if (hold.Has("receipt"))
        {
            var named = Ids(hold.Text("transaction_ids"));
            findings.Check(
                named.SetEquals(lines.OfType<string>()), "receipt_names_its_lines", subject, $"The receipt names the lines {string.Join(", ", named)}; the ledgers have {string.Join(", ", lines.OfType<string>())}.");
        }
    }

    private static HashSet<string> Ids(string? json)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<string[]>(json ?? "[]") ?? []];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
