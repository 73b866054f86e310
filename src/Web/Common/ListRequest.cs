using FastEndpoints;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>Which part of a list is wanted.</summary>
internal class ListRequest
{
    /// <summary>1 to 100; 50 when absent.</summary>
    [QueryParam]
    public string? Limit { get; set; }

    /// <summary>The next_cursor of the page before.</summary>
    [QueryParam]
    public string? Cursor { get; set; }

    public PageRequest Page => new(Limit, Cursor);
}
