namespace TalkConnect.Chaos.Simulator;

/// <summary>Chance that comes out the same for the same seed, on every machine and in every version.</summary>
internal sealed class Fate(ulong seed)
{
    private ulong _state = seed;

    public static Fate Of(ulong seed, string purpose, int number = 0)
    {
        var mixed = seed;
        foreach (var sign in purpose)
        {
            mixed = Mix(mixed ^ sign);
        }

        return new Fate(Mix(mixed ^ (ulong)number));
    }

    public bool Happens(double share) => NextUnit() < share;

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int least, int most) => most <= least ? least : least + (int)(Next() % (ulong)(most - least + 1));

    public double Between(double least, double most) => least + (NextUnit() * (most - least));

    public T One<T>(params IReadOnlyList<T> of) => of[Between(0, of.Count - 1)];

    /// <summary>One of them, each as likely as its weight says.</summary>
    public T Weighed<T>(params IReadOnlyList<(double Weight, T Value)> of)
    {
        var at = NextUnit() * of.Sum(one => one.Weight);
        foreach (var (weight, value) in of)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        return of[^1].Value;
    }

    /// <summary>Twelve characters, as LiveKit puts behind the prefix of an id.</summary>
    public string Id(string prefix)
    {
        const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        return $"{prefix}_{string.Create(12, this, static (signs, fate) =>
        {
            for (var at = 0; at < signs.Length; at++)
            {
                signs[at] = Signs[fate.Between(0, Signs.Length - 1)];
            }
        })}";
    }

    private double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
        }

        return Mix(_state);
    }

    /// <summary>The finalizer of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
