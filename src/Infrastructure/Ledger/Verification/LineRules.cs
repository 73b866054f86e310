namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What a ledger line of each type must look like: its sign, its counter account and the kind of its cause.</summary>
internal static class LineRules
{
    private static readonly HashSet<(string Type, int Sign, string CounterAccount, string ReferenceType)> Allowed =
    [
        ("deposit", 1, "external", "deposit"),
        ("purchase", -1, "escrow", "session_purchase"),
        ("payment_release", 1, "escrow", "payment_hold"),
        ("commission", -1, "platform", "payment_hold"),
        ("refund", 1, "escrow", "payment_hold"),
        ("refund", 1, "payouts", "withdrawal"),
        ("withdrawal", -1, "payouts", "withdrawal"),
        ("admin_credit", 1, "platform", "adjustment"),
        ("admin_debit", -1, "platform", "adjustment"),
    ];

    public static void Check(Row line, string subject, decimal amount, Findings findings)
    {
        var type = line.Text("type") ?? "";
        var counterAccount = line.Text("counter_account") ?? "";
        var referenceType = line.Text("reference_type") ?? "";
        findings.Check(
            Allowed.Contains((type, Math.Sign(amount), counterAccount, referenceType)),
            "line_fits_its_type",
            subject,
            $"A line of type '{type}' with amount {amount}, counter account '{counterAccount}' and reference type '{referenceType}' cannot be.");
        findings.Check(
            line.Text("status") == "completed" || (type == "withdrawal" && line.Text("status") is "pending" or "failed"),
            "line_fits_its_type",
            subject,
            $"A line of type '{type}' has the status '{line.Text("status")}'.");
        CheckCause(line, subject, type, amount, findings);
    }

    /// <summary>The cause is there, is this user's and is about this amount.</summary>
    private static void CheckCause(Row line, string subject, string type, decimal amount, Findings findings)
    {
        var (owner, due) = type switch
        {
            "deposit" => (line.Text("deposit_user"), line.Has("deposit_user") ? line.Money("deposit_amount") : 0),
            "purchase" => (line.Text("purchase_user"), line.Has("purchase_user") ? -line.Money("purchase_price") : 0),
            "payment_release" => (line.Text("hold_teacher"), line.Has("hold_teacher") ? line.Money("hold_amount") : 0),
            "commission" => (line.Text("hold_teacher"), amount),
            "refund" when line.Text("reference_type") == "payment_hold" => (line.Text("hold_student"), line.Has("hold_student") ? line.Money("hold_amount") : 0),
            _ => (line.Text("user_id"), amount),
        };

        findings.Check(
            owner == line.Text("user_id"),
            "line_has_its_cause",
            subject,
            $"Its cause {line.Text("reference_type")} {line.Text("reference_id")} {(owner is null ? "does not exist" : $"is of user {owner}")}, the line is of user {line.Text("user_id")}.");
        findings.Check(
            owner is null || amount == due,
            "line_has_its_cause",
            subject,
            $"Its amount is {amount}; its cause {line.Text("reference_type")} {line.Text("reference_id")} is about {due}.");
    }
}
