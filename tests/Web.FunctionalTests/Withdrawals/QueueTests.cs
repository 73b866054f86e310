namespace TalkConnect.Web.FunctionalTests.Withdrawals;

/// <summary>Admins work through withdrawals from the one that has waited longest.</summary>
public abstract class QueueTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("oldest", false)]
    [InlineData("newest", true)]
    [InlineData(null, true)]
    public async Task Is_read_from_the_end_that_was_asked_for(string? order, bool newestFirst)
    {
        var expected = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            // Two at the same moment: their ids decide.
            App.Clock.Now += TimeSpan.FromSeconds(count % 2);
            expected.Add((await AWithdrawal()).Withdrawal.Id);
        }

        var found = await Read(order, limit: 2);

        found.Order().ShouldBe(expected.Order());
        found.ShouldBe(await Read(order, limit: 100));
        (await Read(newestFirst ? "oldest" : "newest", limit: 100)).Reverse().ShouldBe(found);
        found[newestFirst ? ^1 : 0].ShouldBe(expected[0]);
    }

    [Fact]
    public async Task Is_read_from_no_other_end() =>
        (await Api.Get("/api/admin/withdrawals?order=largest", Admin)).MustName("order");

    private async Task<IReadOnlyList<string>> Read(string? order, int limit)
    {
        var ids = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = (await Api.Get($"/api/admin/withdrawals?limit={limit}{(order is null ? "" : $"&order={order}")}{(cursor is null ? "" : $"&cursor={cursor}")}", Admin))
                .Must(200).As<PageShape<WithdrawalShape>>();
            ids.AddRange(page.Items.Select(withdrawal => withdrawal.Id));
            cursor = page.NextCursor;
            if (cursor is null)
            {
                return ids;
            }
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class QueueTestsOnSqlite(SqliteApp app) : QueueTests(app);

[Collection(MariaDbTests.Name)]
public sealed class QueueTestsOnMariaDb(MariaDbApp app) : QueueTests(app);
