using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Doors;

public abstract class TokenTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const long Past = 1_700_000_000;
    private const long Future = 4_102_444_800;

    public static TheoryData<string, string> Bad => new()
    {
        { "junk", "junk" },
        { "empty", "" },
        { "three dots", "a.b.c" },
        { "expired", Tokens.Sign(new { sub = "u", role = "admin", exp = Past }, Tokens.SigningKey) },
        { "without an expiry", Tokens.Sign(new { sub = "u", role = "admin" }, Tokens.SigningKey) },
        { "not yet valid", Tokens.Sign(new { sub = "u", role = "admin", exp = Future, nbf = Future - 10 }, Tokens.SigningKey) },
        { "signed with another key", Tokens.Sign(new { sub = "u", role = "admin", exp = Future }, "another-signing-key-that-is-long-enough") },
        { "signed with LiveKit's key", Tokens.Sign(new { sub = "u", role = "admin", exp = Future }, LiveKitKeys.Secret) },
        { "of another algorithm", Tokens.Sign(new { sub = "u", role = "admin", exp = Future }, Tokens.SigningKey, "HS512") },
        { "without algorithm", Tokens.Sign(new { sub = "u", role = "admin", exp = Future }, Tokens.SigningKey, "none") },
        { "without subject", Tokens.Sign(new { role = "admin", exp = Future }, Tokens.SigningKey) },
        { "without a role", Tokens.Sign(new { sub = "u", exp = Future }, Tokens.SigningKey) },
        { "with two roles", OfClaims("""{"sub":"u","role":["student","admin"],"exp":4102444800}""") },
        { "with the same role twice", OfClaims("""{"sub":"u","role":["admin","admin"],"exp":4102444800}""") },
        { "with two subjects", OfClaims("""{"sub":["u","v"],"role":"admin","exp":4102444800}""") },
        { "with an empty subject", Tokens.Sign(new { sub = "", role = "admin", exp = Future }, Tokens.SigningKey) },
        { "with a subject that is no id", Tokens.Sign(new { sub = "u#1", role = "admin", exp = Future }, Tokens.SigningKey) },
        { "with a subject that is too long", Tokens.Sign(new { sub = new string('u', 37), role = "admin", exp = Future }, Tokens.SigningKey) },
    };

    private static string OfClaims(string json) => Tokens.Sign(JsonElement.Parse(json), Tokens.SigningKey);

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_token_opens_nothing(string what, string token)
    {
        what.ShouldNotBeEmpty();

        foreach (var path in new[] { "/api/me/wallet", "/api/admin/users", "/api/sessions" })
        {
            (await Api.Send(HttpMethod.Get, path, token)).MustBeRefused(401, "unauthorized");
        }
    }

    [Theory]
    [InlineData("superadmin")]
    [InlineData("Admin")]
    [InlineData("")]
    [InlineData("teacher,admin")]
    public async Task A_role_that_there_is_not_opens_no_door_of_a_role(string role)
    {
        var somebody = new Person("somebody", role);

        (await Api.Get("/api/admin/users", somebody)).MustBeRefused(403, "forbidden");
        (await Api.Post("/api/courses", new { title = "French" }, somebody)).MustBeRefused(403, "forbidden");
    }

    [Fact]
    public async Task A_user_without_a_row_may_read()
    {
        foreach (var role in new[] { Person.Student, Person.Teacher, Person.Admin })
        {
            (await Wallet(new Person("no-row", role))).ShouldBe(new WalletShape(0m, 0m, "USD"));
        }

        (await Api.Get("/api/me/transactions", new Person("no-row", Person.Student))).Must(200).As<PageShape<TransactionShape>>().Items.ShouldBeEmpty();
    }
}

[Collection(SqliteTests.Name)]
public sealed class TokenTestsOnSqlite(SqliteApp app) : TokenTests(app);

[Collection(MariaDbTests.Name)]
public sealed class TokenTestsOnMariaDb(MariaDbApp app) : TokenTests(app);
