using MySqlConnector;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>A database that takes a statement and does not answer, as a cluster while one of its nodes gives its state to another.</summary>
[Collection(MariaDbTests.Name)]
public sealed class ADatabaseThatKeepsWaiting(MariaDbApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Is_said_to_be_away_and_nothing_was_changed()
    {
        var student = await AStudent();
        await using var node = App.Another(("ConnectionStrings:TalkConnect", new MySqlConnectionStringBuilder(App.ConnectionString)
        {
            DefaultCommandTimeout = 1,
        }.ToString()));
        var api = new Api(node);
        (await api.Get("/api/me/wallet", student)).Must(200);

        await using (var other = new MySqlConnection(App.ConnectionString))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var block = other.CreateCommand();
            block.Transaction = transaction;
            block.CommandText = $"SELECT id FROM users WHERE id = '{student.Id}' FOR UPDATE";
            await block.ExecuteScalarAsync();

            (await api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 10, reason = "a gift" }, Admin))
                .MustBeRefused(503, "database_unavailable");
        }

        (await api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 10, reason = "a gift" }, Admin)).Must(201);
    }
}
