namespace TalkConnect.Chaos.Report;

/// <summary>What one part of the programme did and found.</summary>
internal sealed class PartReport(string part)
{
    public string Part { get; } = part;

    /// <summary>How often what went wrong on purpose.</summary>
    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Operations that were answered with a success.</summary>
    public int Acknowledged { get; set; }

    /// <summary>Of those, how many are not there.</summary>
    public int Lost { get; set; }

    /// <summary>Operations that happened more than once.</summary>
    public int Doubled { get; set; }

    /// <summary>Holds that were settled otherwise than is right.</summary>
    public int WrongSettlements { get; set; }

    /// <summary>Holds that were settled otherwise than is right where no trace was left of the stay that decides.</summary>
    public int BeyondEvidence { get; set; }

    /// <summary>The share of holds that an admin has to look at.</summary>
    public double? ReviewShare { get; set; }

    public List<string> Violations { get; } = [];

    public List<ulong> Seeds { get; } = [];

    public SortedDictionary<string, double> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>Figures that were taken again and again, in the order of time.</summary>
    public SortedDictionary<string, double[]> Series { get; } = new(StringComparer.Ordinal);

    /// <summary>What could not be done here, and why.</summary>
    public List<string> Skipped { get; } = [];

    public double Seconds { get; set; }

    public int FaultsInjected => Faults.Values.Sum();

    public bool IsClean => Violations.Count == 0 && Lost == 0 && Doubled == 0 && WrongSettlements == 0;

    public void Count(string fault, int times = 1) => Faults[fault] = Faults.GetValueOrDefault(fault) + times;

    public void Add(string figure, double much) => Figures[figure] = Figures.GetValueOrDefault(figure) + much;

    public void Count(IReadOnlyDictionary<string, int> faults)
    {
        foreach (var (fault, times) in faults.Where(fault => fault.Value > 0))
        {
            Count(fault, times);
        }
    }
}
