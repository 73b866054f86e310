namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Checks the books as an auditor would, through what an admin can read.</summary>
public sealed class Books(Api api, Person admin)
{
    /// <summary>A user's ledger, oldest line first.</summary>
    public async Task<IReadOnlyList<TransactionShape>> Lines(string userId) =>
        [.. (await All<TransactionShape>($"/api/admin/users/{Uri.EscapeDataString(userId)}/transactions")).Reverse()];

    /// <summary>Every page of a list.</summary>
    public async Task<IReadOnlyList<T>> All<T>(string path)
    {
        var items = new List<T>();
        string? cursor = null;
        do
        {
            var query = cursor is null ? "?limit=100" : $"?limit=100&cursor={Uri.EscapeDataString(cursor)}";
            var page = (await api.Get(path + query, admin)).Must(200).As<PageShape<T>>();
            items.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return items;
    }

    /// <summary>Every user's lines are a chain without a gap that ends in their balance, and no money came from or went nowhere.</summary>
    public async Task MustBalance()
    {
        var balances = 0m;
        var moved = new Dictionary<string, decimal>();
        foreach (var user in await All<UserShape>("/api/admin/users"))
        {
            var lines = await Lines(user.Id);
            MustBeAChain(lines, user.CreditBalance);
            balances += user.CreditBalance;
            foreach (var line in lines)
            {
                moved[line.CounterAccount] = moved.GetValueOrDefault(line.CounterAccount) - line.Amount;
            }
        }

        (balances + moved.Values.Sum()).ShouldBe(0m);
        var held = (await All<HoldShape>("/api/admin/holds")).Where(hold => hold.Status is not ("released" or "refunded")).Sum(hold => hold.Amount);
        moved.GetValueOrDefault("escrow").ShouldBe(held, "what is in escrow is what the open holds hold");
        await MustBeVerified();
    }

    /// <summary>The server itself finds nothing wrong.</summary>
    public async Task MustBeVerified()
    {
        var verification = (await api.Get("/api/admin/ledger/verification", admin)).Must(200).As<VerificationShape>();
        verification.Violations.ShouldBeEmpty();
        verification.Ok.ShouldBeTrue();
    }

    public static void MustBeAChain(IReadOnlyList<TransactionShape> lines, decimal balance)
    {
        var before = 0m;
        var sequence = 0;
        foreach (var line in lines)
        {
            line.Sequence.ShouldBe(++sequence);
            line.BalanceBefore.ShouldBe(before);
            line.BalanceAfter.ShouldBe(before + line.Amount);
            line.BalanceAfter.ShouldBeGreaterThanOrEqualTo(0m);
            before = line.BalanceAfter;
        }

        balance.ShouldBe(before, "the balance is where the ledger ends");
    }
}
