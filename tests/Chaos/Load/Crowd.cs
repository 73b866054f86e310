namespace TalkConnect.Chaos.Load;

/// <summary>
/// People who use everything that moves money, at the same time and without end: deposits, credits, sessions, purchases,
/// webhooks, settlements, withdrawals. Each knows what it did, so that afterwards all of it can be looked for.
/// </summary>
internal sealed class Crowd
{
    private readonly Client _client;
    private readonly List<Customer> _customers;
    private readonly Person _referrer = Someone(Person.Teacher);
    private readonly TimeSpan _pause;

    /// <param name="server">Where the server is now.</param>
    /// <param name="size">How many people act at once.</param>
    /// <param name="pause">How long each waits between two acts.</param>
    public Crowd(Func<HttpClient> server, int size, TimeSpan pause = default)
    {
        _client = new Client(server, Tally);
        _pause = pause;
        _customers = [.. Enumerable.Range(0, size).Select(number => new Customer(_client, number))];
    }

    public static Person Admin { get; } = new("the-admin", Person.Admin);

    public Tally Tally { get; } = new();

    /// <summary>How many things were done and confirmed so far.</summary>
    public int Acknowledged => _customers.Sum(customer => customer.Deeds.Count);

    public static Person Someone(string role) => new(Guid.CreateVersion7().ToString(), role);

    public async Task OpenAsync()
    {
        await Customer.AddAsync(_client, _referrer, null);
        await Task.WhenAll(_customers.Select(customer => customer.OpenAsync(_referrer.Id)));
    }

    /// <summary>Acts until it is stopped; what was begun is ended.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(_customers.Select(async customer =>
    {
        while (!stop.IsCancellationRequested)
        {
            await customer.ActAsync();
            if (_pause > TimeSpan.Zero)
            {
                await Task.Delay(_pause, CancellationToken.None);
            }
        }
    }));

    /// <summary>Looks for everything that was confirmed.</summary>
    public async Task<Found> FindAsync(Api api)
    {
        var found = new Found();
        foreach (var customer in _customers)
        {
            await customer.FindAsync(api, found);
        }

        var (holds, violations, doubled) = await new Simulator.Audit(api).RunAsync();
        found.Settled(_customers.SelectMany(customer => customer.Outcomes).ToDictionary(), holds.Values);
        found.Violations.AddRange(violations);
        found.Doubled += doubled;
        found.Violations.AddRange(Tally.Violations);
        return found;
    }
}

/// <summary>What was looked for, and is not there once.</summary>
internal sealed class Found
{
    public int Lost { get; set; }

    public int Doubled { get; set; }

    public int Wrong { get; private set; }

    public List<string> Violations { get; } = [];

    /// <summary>Compares what was settled with what was to be; who may have been unheard is left to an admin.</summary>
    public void Settled(Dictionary<string, string> outcomes, IEnumerable<HoldShape> holds)
    {
        var settled = holds.Where(hold => hold.Status is "released" or "refunded").ToList();
        Wrong = settled.Count(hold => outcomes.GetValueOrDefault(hold.SessionId) != hold.Status);
        if (outcomes.Count > 0 && settled.Count == 0)
        {
            Violations.Add("not one hold was settled, so nothing could be compared");
        }
    }

    public void Look(string what, int expected, int there)
    {
        if (there != expected)
        {
            Lost += Math.Max(0, expected - there);
            Doubled += Math.Max(0, there - expected);
            Violations.Add($"{what}: {expected} confirmed, {there} there");
        }
    }
}
