using System.Globalization;

namespace TalkConnect.DevTools;

/// <summary>A command line taken apart: words, options with a value, switches. What a command does not know is refused.</summary>
internal sealed class Arguments
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = [];
    private readonly HashSet<string> _switches = [];

    public Arguments(IEnumerable<string> given, IReadOnlyCollection<string> options, IReadOnlyCollection<string>? switches = null)
    {
        var rest = new Queue<string>(given);
        while (rest.TryDequeue(out var next))
        {
            var (name, value) = next.Split('=', 2) is [var left, var right] ? (left, right) : (next, null);
            if (!next.StartsWith('-'))
            {
                _words.Add(next);
            }
            else if (switches?.Contains(next) == true)
            {
                _switches.Add(next);
            }
            else if (!options.Contains(name))
            {
                throw new UsageException($"There is no option {name}.");
            }
            else if (!_options.TryAdd(name, value ?? ValueAfter(name, rest)))
            {
                throw new UsageException($"{name} is given twice.");
            }
        }
    }

    public string? this[string option] => _options.GetValueOrDefault(option);

    public bool Has(string name) => _switches.Contains(name);

    /// <summary>The words, exactly as many as there are names.</summary>
    public IReadOnlyList<string> Words(params string[] names)
    {
        if (_words.Count < names.Length)
        {
            throw new UsageException($"{names[_words.Count]} is missing.");
        }

        return _words.Count == names.Length ? _words : throw new UsageException($"'{_words[names.Length]}' is one word too many.");
    }

    public string Required(string option) =>
        string.IsNullOrEmpty(this[option]) ? throw new UsageException($"{option} is missing.") : this[option]!;

    public double Number(string option, double fallback, double max) => this[option] switch
    {
        null => fallback,
        var text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= max => number,
        var text => throw new UsageException($"{option} must be a number above 0 and at most {max}, not '{text}'."),
    };

    /// <summary>Unix seconds, or ISO 8601 (without an offset it is UTC).</summary>
    public DateTimeOffset? Instant(string option)
    {
        var text = this[option];
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800)
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) && text.Contains('-')
            ? instant
            : throw new UsageException($"{option} must be Unix seconds or an ISO 8601 time, not '{text}'.");
    }

    private static string ValueAfter(string name, Queue<string> rest) =>
        rest.TryPeek(out var value) && !value.StartsWith("--", StringComparison.Ordinal)
            ? rest.Dequeue()
            : throw new UsageException($"{name} needs a value.");
}
