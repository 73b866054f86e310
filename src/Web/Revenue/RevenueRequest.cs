using FastEndpoints;
using TalkConnect.Application.Common;
using TalkConnect.Application.Revenue;

namespace TalkConnect.Web.Revenue;

/// <summary>Which time a question about revenue is about.</summary>
internal class RevenueRequest
{
    /// <summary>The beginning, inclusive: a date in the zone or an ISO instant; from the first line when absent.</summary>
    [QueryParam]
    public string? From { get; set; }

    /// <summary>The end, exclusive: a date in the zone or an ISO instant; to the last line when absent.</summary>
    [QueryParam]
    public string? To { get; set; }

    /// <summary>The IANA name of the zone that days are of; UTC when absent.</summary>
    [QueryParam]
    public string? TimeZone { get; set; }

    public RevenuePeriod Period => new(From, To, TimeZone);
}

internal sealed class RevenueSeriesRequest : RevenueRequest
{
    /// <summary>day, week (from Monday) or month; day when absent.</summary>
    [QueryParam]
    public string? Interval { get; set; }
}

internal sealed class RevenueLinesRequest : RevenueRequest
{
    /// <summary>1 to 100; 50 when absent.</summary>
    [QueryParam]
    public string? Limit { get; set; }

    /// <summary>The next_cursor of the page before.</summary>
    [QueryParam]
    public string? Cursor { get; set; }

    public PageRequest Page => new(Limit, Cursor);
}
