namespace TalkConnect.Chaos.Simulator;

/// <summary>Reads the books as an admin can and lists what is wrong with them.</summary>
internal sealed class Audit(Api api)
{
    private readonly Books _books = new(api, Stage.Admin);

    public async Task<(IReadOnlyDictionary<string, HoldShape> Holds, IReadOnlyList<string> Violations, int Doubled)> RunAsync()
    {
        var violations = new List<string>();
        await NoteAsync(_books.MustBeVerified, violations);
        var holds = (await _books.All<HoldShape>("/api/admin/holds")).ToDictionary(hold => hold.Id);
        var users = await _books.All<UserShape>("/api/admin/users");
        var moved = new Dictionary<string, decimal>();
        var lines = new List<(string User, TransactionShape Line)>();
        foreach (var user in users)
        {
            var own = await _books.Lines(user.Id);
            await NoteAsync(() => Chain(own, user), violations);
            lines.AddRange(own.Select(line => (user.Id, line)));
        }

        foreach (var (_, line) in lines)
        {
            moved[line.CounterAccount] = moved.GetValueOrDefault(line.CounterAccount) - line.Amount;
        }

        var balances = users.Sum(user => user.CreditBalance);
        if (balances + moved.Values.Sum() != 0)
        {
            violations.Add($"money came from or went nowhere: balances {balances}, accounts {moved.Values.Sum()}");
        }

        var held = holds.Values.Where(hold => hold.Status is not ("released" or "refunded")).Sum(hold => hold.Amount);
        if (moved.GetValueOrDefault("escrow") != held)
        {
            violations.Add($"escrow has {moved.GetValueOrDefault("escrow")}, open holds {held}");
        }

        var doubled = EachSettledOnce(holds, lines, users.ToDictionary(user => user.Id), violations);
        return (holds, violations, doubled);
    }

    private static int EachSettledOnce(
        Dictionary<string, HoldShape> holds, List<(string User, TransactionShape Line)> lines, Dictionary<string, UserShape> users, List<string> violations)
    {
        var doubled = 0;
        var ofHold = lines.Where(line => line.Line.ReferenceType == "payment_hold").ToLookup(line => line.Line.ReferenceId);
        foreach (var hold in holds.Values)
        {
            var made = ofHold[hold.Id].Select(one => (one.User, one.Line.Type, one.Line.Amount)).Order().ToList();
            var due = Due(hold, users[hold.TeacherId]).Order().ToList();
            if (!made.SequenceEqual(due))
            {
                doubled += made.Count > due.Count ? 1 : 0;
                violations.Add($"hold {hold.Id} is {hold.Status}; its lines are [{string.Join("; ", made)}] and should be [{string.Join("; ", due)}]");
            }
        }

        return doubled;
    }

    private static IEnumerable<(string User, string Type, decimal Amount)> Due(HoldShape hold, UserShape teacher)
    {
        if (hold.Status == "released")
        {
            yield return (hold.TeacherId, "payment_release", hold.Amount);
            if (teacher.ReferredBy is not null)
            {
                yield return (hold.TeacherId, "commission", -Math.Round(hold.Amount * 0.30m, 2, MidpointRounding.AwayFromZero));
            }
        }
        else if (hold.Status == "refunded")
        {
            yield return (hold.StudentId, "refund", hold.Amount);
        }
    }

    private static Task Chain(IReadOnlyList<TransactionShape> lines, UserShape user)
    {
        Books.MustBeAChain(lines, user.CreditBalance);
        return Task.CompletedTask;
    }

    private static async Task NoteAsync(Func<Task> check, List<string> violations)
    {
        try
        {
            await check();
        }
        catch (ShouldAssertException wrong)
        {
            violations.Add(wrong.Message);
        }
    }
}
