namespace TalkConnect.Domain.Settlement;

/// <summary>How many holds lay how far from the threshold, in steps of percentage points.</summary>
public sealed class MarginHistogram
{
    /// <summary>How many percentage points a step has.</summary>
    public const int Step = 5;

    private readonly SortedDictionary<int, int> _holds = [];

    /// <summary>The steps from the lowest to the highest that has a hold, empty ones between them included.</summary>
    public IReadOnlyList<MarginStep> Steps => _holds.Count == 0 ? [] :
    [
        .. Enumerable.Range(_holds.Keys.First(), _holds.Keys.Last() - _holds.Keys.First() + 1)
            .Select(step => new MarginStep(step * Step, (step + 1) * Step, _holds.GetValueOrDefault(step))),
    ];

    /// <summary>Counts one hold.</summary>
    /// <param name="points">Its distance to the threshold in percentage points; 0 is just enough.</param>
    internal void Take(decimal points)
    {
        var step = (int)Math.Floor(points / Step);
        _holds[step] = _holds.GetValueOrDefault(step) + 1;
    }
}

/// <summary>How many holds lay between two distances to the threshold.</summary>
/// <param name="From">The least, in percentage points; negative below the threshold.</param>
/// <param name="To">The most, itself not included.</param>
/// <param name="Holds">How many.</param>
public sealed record MarginStep(int From, int To, int Holds);
