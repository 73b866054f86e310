namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What is counted and summed, exactly, while the rows go by.</summary>
internal sealed class Totals
{
    private static readonly Rule<Totals>[] Conservation =
    [
        new(
            "conservation",
            all => all.DepositsAndAdjustments == all.Known,
            all => $"Deposits and adjustments are {all.DepositsAndAdjustments}; balances {all.Balances} + unsettled holds {all.UnsettledHolds} + commission {all.Commission} + withdrawals {all.Withdrawn} are {all.Known}."),
    ];

    public int Users { get; set; }

    public int Transactions { get; set; }

    public int Holds { get; set; }

    public int Withdrawals { get; set; }

    public decimal DepositsAndAdjustments { get; set; }

    public decimal Balances { get; set; }

    public decimal UnsettledHolds { get; set; }

    public decimal Commission { get; set; }

    /// <summary>What went into withdrawals that are neither rejected nor cancelled.</summary>
    public decimal Withdrawn { get; set; } = 0.00m;

    private decimal Known => Balances + UnsettledHolds + Commission + Withdrawn;

    /// <summary>What came in is somewhere: on an account, in a hold, with the platform or on its way to a bank.</summary>
    public void MustBalance(Findings findings) => findings.Check(Conservation, this, "ledger");
}
