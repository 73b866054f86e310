using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What a line of a settlement says of its cause, beside the cause itself.</summary>
internal sealed record ExplainedLine(TransactionMetadata Metadata, HoldEntry Hold)
{
    /// <summary>What must hold of it.</summary>
    public static readonly Rule<ExplainedLine>[] Rules =
    [
        Says("session_id", line => line.Metadata.SessionId, line => line.Hold.SessionId),
        Says("course_id", line => line.Metadata.CourseId, line => line.Hold.Session?.CourseId ?? line.Metadata.CourseId),
        Says("original_amount", line => line.Metadata.OriginalAmount?.Value, line => line.Hold.Amount),
        OfReceipt("platform_fee", line => line.Metadata.PlatformFee?.Value, receipt => receipt.Fee),
        OfReceipt("commission_rate", line => line.Metadata.CommissionRate, receipt => receipt.Rate),
        OfReceipt("attendance_percentage", line => line.Metadata.AttendancePercentage, receipt => receipt.Evidence.Percentage?.Value),
        OfReceipt("reason", line => line.Metadata.Reason, receipt => receipt.Reason?.Word()),
    ];

    private static Rule<ExplainedLine> Says<T>(string key, Func<ExplainedLine, T> said, Func<ExplainedLine, T> due) => new(
        "metadata_tells_why",
        line => EqualityComparer<T>.Default.Equals(said(line), due(line)),
        line => $"{key} of the metadata is {Shown(said(line))}; it should be {Shown(due(line))}.");

    private static object Shown(object? value) => value ?? "missing";

    private static Rule<ExplainedLine> OfReceipt<T>(string key, Func<ExplainedLine, T> said, Func<ReceiptEntry, T> due) =>
        Says(key, said, line => line.Hold.Receipt is { } receipt ? due(receipt) : said(line));
}
