namespace TalkConnect.Domain.Settlement;

/// <summary>
/// Stops a run that looks as if evidence were missing. A marketplace does not change overnight; its webhooks, its clocks and its database can.
/// </summary>
/// <param name="MinimumHolds">Smaller runs are never stopped (<c>Settlement:Breaker:MinimumHolds</c>).</param>
/// <param name="MinimumBaseline">With fewer settled holds in the trailing week there is nothing to compare with (<c>…:MinimumBaseline</c>).</param>
/// <param name="RefundMargin">By how much the share of refunds may be above the week's, 0 to 1 (<c>…:RefundMargin</c>).</param>
/// <param name="ZeroAttendanceMargin">By how much the share of those who were never seen may be above the week's, 0 to 1 (<c>…:ZeroAttendanceMargin</c>).</param>
/// <param name="VolumeFactor">How many times the holds of the week's average day one run may settle (<c>…:VolumeFactor</c>).</param>
public sealed record CircuitBreaker(int MinimumHolds, int MinimumBaseline, decimal RefundMargin, decimal ZeroAttendanceMargin, decimal VolumeFactor)
{
    /// <summary>Without a week to compare with, a run of so many holds …</summary>
    private const int LargeRun = 200;

    /// <summary>… of whom this share was never seen is stopped all the same.</summary>
    private const decimal NearlyAll = 0.9m;

    /// <summary>This share of sessions that people had tokens for, and of which nothing was told, is silence and no chance.</summary>
    private const decimal Many = 0.5m;

    /// <summary>Whether runs are looked at (<c>Settlement:Breaker:Enabled</c>).</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Why the run should not go on; nothing when it may.</summary>
    public IReadOnlyList<BreakerReason> Check(RunOutlook run, RunBaseline week)
    {
        if (run.Holds < MinimumHolds)
        {
            return [];
        }

        if (week.Holds < MinimumBaseline)
        {
            return run.Holds >= LargeRun && run.ZeroAttendanceShare >= NearlyAll ? [BreakerReason.ZeroAttendanceShare] : [];
        }

        return
        [
            .. new (bool Beyond, BreakerReason Reason)[]
            {
                (run.RefundShare > week.RefundShare + RefundMargin, BreakerReason.RefundShare),
                (run.ZeroAttendanceShare > week.ZeroAttendanceShare + ZeroAttendanceMargin, BreakerReason.ZeroAttendanceShare),
                (run.Holds > week.HoldsPerDay * VolumeFactor, BreakerReason.Volume),
                (run.UnheardShare >= Many, BreakerReason.WebhooksSilent),
            }.Where(limit => limit.Beyond).Select(limit => limit.Reason),
        ];
    }
}

/// <summary>What a run would do.</summary>
/// <param name="Holds">How many holds it would settle.</param>
/// <param name="Refunds">How many of them it would refund by what was attended, doubt aside.</param>
/// <param name="ZeroAttendance">How many of them have a student who was never seen.</param>
/// <param name="Unheard">How many of them are of a session for which tokens were given, and since whose rooms opened LiveKit told nothing at all.</param>
public sealed record RunOutlook(int Holds, int Refunds, int ZeroAttendance, int Unheard)
{
    internal decimal RefundShare => (decimal)Refunds / Holds;

    internal decimal ZeroAttendanceShare => (decimal)ZeroAttendance / Holds;

    internal decimal UnheardShare => (decimal)Unheard / Holds;
}

/// <summary>What the runs of the trailing seven days did.</summary>
/// <param name="Holds">How many holds they settled.</param>
/// <param name="Refunds">How many of them they refunded.</param>
/// <param name="ZeroAttendance">How many of them had a student who was never seen.</param>
/// <param name="Days">Over how many days: at most seven, at least one.</param>
public sealed record RunBaseline(int Holds, int Refunds, int ZeroAttendance, decimal Days)
{
    internal decimal RefundShare => (decimal)Refunds / Holds;

    internal decimal ZeroAttendanceShare => (decimal)ZeroAttendance / Holds;

    internal decimal HoldsPerDay => Holds / Days;
}

/// <summary>Why a run was stopped.</summary>
public enum BreakerReason
{
    /// <summary>It would refund far more than the week's runs did.</summary>
    RefundShare,

    /// <summary>Far more students than in the week were never seen.</summary>
    ZeroAttendanceShare,

    /// <summary>It would settle far more holds than on an average day of the week.</summary>
    Volume,

    /// <summary>For most of its sessions tokens were given, and LiveKit told nothing of any room all that time.</summary>
    WebhooksSilent,
}
