using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Ledger;

/// <summary>Facts kept with a ledger line for whoever asks why; a null is left out, but for the attendance of a settlement.</summary>
public sealed record TransactionMetadata
{
    /// <summary>The session that was paid for.</summary>
    public string? SessionId { get; init; }

    /// <summary>Its course.</summary>
    public string? CourseId { get; init; }

    /// <summary>The student's attendance, 0.00 to 100.00 per cent; null where it did not count.</summary>
    public decimal? AttendancePercentage { get; init; }

    /// <summary>What the teacher gets before the commission: the price, or of a split their part.</summary>
    public Money? OriginalAmount { get; init; }

    /// <summary>What the platform kept.</summary>
    public Money? PlatformFee { get; init; }

    /// <summary>The share the platform kept, 0 to 1.</summary>
    public decimal? CommissionRate { get; init; }

    /// <summary>Why, in a word or, for an adjustment, in the admin's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The admin who adjusted.</summary>
    public string? AdminId { get; init; }

    /// <summary>The name of the deposit where the money came from.</summary>
    public string? ExternalReference { get; init; }
}
