namespace TalkConnect.Domain.Attendance;

/// <summary>A time in which no server could have heard LiveKit: what happened then may never have been told.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment at which somebody listened again.</param>
public sealed record BlindTime(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Less than this is no blind time: LiveKit sends an event again for 15 seconds.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(30);

    /// <summary>How long before it an event may have happened that was lost in it: LiveKit drops what has waited this long.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The times in which nobody listened, from the first time that somebody did until now.</summary>
    /// <param name="spans">When servers listened, in any order.</param>
    /// <param name="now">The present: who listens now has not said so yet.</param>
    public static IReadOnlyList<BlindTime> Between(IEnumerable<ListeningSpan> spans, DateTimeOffset now)
    {
        var blind = new List<BlindTime>();
        ListeningSpan? first = null;
        var heardUntil = DateTimeOffset.MinValue;

        foreach (var span in spans.OrderBy(span => span.Since))
        {
            AddGap(span.Since);
            first ??= span;
            heardUntil = heardUntil > span.Until ? heardUntil : span.Until;
        }

        AddGap(now);
        return blind;

        void AddGap(DateTimeOffset until)
        {
            if (first is not null && until - heardUntil >= Least)
            {
                var from = heardUntil - LongestWait;
                blind.Add(new BlindTime(from > first.Since ? from : first.Since, until));
            }
        }
    }
}
