namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>The sums of spec §4's conservation, added up exactly while the rows go by.</summary>
internal sealed class Totals
{
    public int Users { get; set; }

    public int Transactions { get; set; }

    public int Holds { get; set; }

    public int Withdrawals { get; set; }

    public decimal DepositsAndAdjustments { get; set; }

    public decimal Balances { get; set; }

    public decimal UnsettledHolds { get; set; }

    public decimal Commission { get; set; }

    public decimal OpenWithdrawals { get; set; }

    /// <summary>What came in is somewhere: on an account, in a hold, with the platform or on its way to a bank.</summary>
    public void MustBalance(Findings findings)
    {
        var known = Balances + UnsettledHolds + Commission + OpenWithdrawals;
        findings.Check(
            DepositsAndAdjustments == known,
            "conservation",
            "ledger",
            $"Deposits and adjustments are {DepositsAndAdjustments}; balances {Balances} + unsettled holds {UnsettledHolds} + commission {Commission} + withdrawals {OpenWithdrawals} are {known}.");
    }
}
