namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Tokens that somebody made who does not have our key, or made for somebody else.</summary>
[Collection(SqliteTests.Name)]
public sealed class BearerTokenTests(SqliteApp app)
{
    private const string Key = Tokens.SigningKey;
    private const string Admin = """{"sub":"the-admin","role":"admin","exp":4102444800}""";
    private const string Issuer = "https://platform.example.org";
    private const string Audience = "talkconnect";
    private static readonly string Good = Forge.Token(Forge.Hs256, Admin, Forge.Hmac256(Key));
    private static readonly string OfAStudent = Tokens.Of("a-student", Person.Student);

    private static readonly Dictionary<string, string> Forged = new()
    {
        ["alg none without a signature"] = Forge.Token("""{"alg":"none","typ":"JWT"}""", Admin, Forge.Nothing),
        ["alg None"] = Forge.Token("""{"alg":"None","typ":"JWT"}""", Admin, Forge.Nothing),
        ["alg nOnE with a signature"] = Forge.Token("""{"alg":"nOnE","typ":"JWT"}""", Admin, Forge.Hmac256(Key)),
        ["alg empty"] = Forge.Token("""{"alg":"","typ":"JWT"}""", Admin, Forge.Nothing),
        ["alg null"] = Forge.Token("""{"alg":null,"typ":"JWT"}""", Admin, Forge.Nothing),
        ["no alg"] = Forge.Token("""{"typ":"JWT"}""", Admin, Forge.Hmac256(Key)),
        ["no signature"] = Forge.Token(Forge.Hs256, Admin, Forge.Nothing),
        ["half a signature"] = Good[..^20],
        ["RS256 signed by HMAC"] = Forge.Token("""{"alg":"RS256","typ":"JWT"}""", Admin, Forge.Hmac256(Key)),
        ["ES256 signed by HMAC"] = Forge.Token("""{"alg":"ES256","typ":"JWT"}""", Admin, Forge.Hmac256(Key)),
        ["HS512 of our key"] = Forge.Token("""{"alg":"HS512","typ":"JWT"}""", Admin, Forge.Hmac512(Key)),
        ["HS384 of our key"] = Forge.Token("""{"alg":"HS384","typ":"JWT"}""", Admin, Forge.Hmac384(Key)),
        ["lower-case hs256"] = Forge.Token("""{"alg":"hs256","typ":"JWT"}""", Admin, Forge.Hmac256(Key)),
        ["signed with an empty key"] = Forge.Token(Forge.Hs256, Admin, Forge.Hmac256("")),
        ["signed with LiveKit's key"] = Forge.Token(Forge.Hs256, Admin, Forge.Hmac256(LiveKitKeys.Secret)),
        ["signed with the key in other letters"] = Forge.Token(Forge.Hs256, Admin, Forge.Hmac256(Key.ToUpperInvariant())),
        ["a key of its own, brought along"] = OfOwnKey(),
        ["a key id that is a path"] = Forge.Token("""{"alg":"HS256","typ":"JWT","kid":"../../../../dev/null"}""", Admin, Forge.Hmac256("")),
        ["a student's, with admin written in"] = Forge.WithClaims(OfAStudent, Admin),
        ["with another head"] = Forge.WithHead(Good, """{"alg":"HS256","typ":"JWT","x":1}"""),
        ["expired an hour ago"] = Timed("exp", TimeSpan.FromHours(-1)),
        ["valid in an hour"] = Timed("nbf", TimeSpan.FromHours(1)),
        ["an expiry that is no number"] = Forge.Token(Forge.Hs256, """{"sub":"the-admin","role":"admin","exp":"never"}""", Forge.Hmac256(Key)),
        ["an expiry without end"] = Forge.Token(Forge.Hs256, """{"sub":"the-admin","role":"admin","exp":1e400}""", Forge.Hmac256(Key)),
        ["a negative expiry"] = Forge.Token(Forge.Hs256, """{"sub":"the-admin","role":"admin","exp":-1}""", Forge.Hmac256(Key)),
        ["claims that are no object"] = Forge.Token(Forge.Hs256, "[]", Forge.Hmac256(Key)),
        ["claims nested deeply"] = Forge.Token(Forge.Hs256, $$"""{"sub":"the-admin","role":"admin","exp":4102444800,"x":{{new string('[', 1000)}}{{new string(']', 1000)}}}""", Forge.Hmac256(Key)),
        ["a subject with a line end"] = Forge.Token(Forge.Hs256, """{"sub":"the-admin\r\nX: y","role":"admin","exp":4102444800}""", Forge.Hmac256(Key)),
        ["two subjects"] = Forge.Token(Forge.Hs256, """{"sub":["the-admin","a b"],"role":"admin","exp":4102444800}""", Forge.Hmac256(Key)),
        ["two roles"] = Forge.Token(Forge.Hs256, """{"sub":"the-admin","role":["student","admin"],"exp":4102444800}""", Forge.Hmac256(Key)),
        ["a member role twice"] = Forge.Token(Forge.Hs256, """{"sub":"the-admin","role":"student","role":"admin","exp":4102444800}""", Forge.Hmac256(Key)),
        ["a member sub twice"] = Forge.Token(Forge.Hs256, """{"sub":"somebody","sub":"the-admin","role":"admin","exp":4102444800}""", Forge.Hmac256(Key)),
        ["five parts"] = $"{Good}.{Good[..20]}.{Good[..20]}",
        ["a webhook's token"] = Forge.Token(Forge.Hs256, """{"iss":"APIvectorOne","exp":4102444800,"sha256":"x"}""", Forge.Hmac256(LiveKitKeys.Secret)),
    };

    private readonly Api _api = new(app);

    public static TheoryData<string> Names => [.. Forged.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forged_token_opens_no_door(string name)
    {
        foreach (var operation in (await Operations.OfAsync(_api)).Where(operation => RouteRules.All[operation.Name][0] == "401"))
        {
            var path = operation.Route.Replace("{id}", "somebody", StringComparison.Ordinal);

            var answer = await _api.Send(operation.Verb, path, Forged[name], operation.Reads ? null : Api.Content("{}"));

            answer.MustBeRefused(401, operation.Route == LiveKitServer.Path ? "invalid_signature" : "unauthorized");
        }
    }

    /// <summary>Otherwise the others would be refused for something else.</summary>
    [Fact]
    public async Task The_token_that_they_were_made_of_opens_the_doors() => (await _api.Send(HttpMethod.Get, "/api/admin/users", Good)).Must(200);

    [Theory]
    [InlineData("Basic")]
    [InlineData("bearerx")]
    [InlineData("Bearer Bearer")]
    public async Task Another_scheme_is_none(string scheme) => (await _api.Send(
        HttpMethod.Get, "/api/admin/users", token: null, headers: new() { ["Authorization"] = $"{scheme} {Good}" })).MustBeRefused(401, "unauthorized");

    [Fact]
    public async Task A_token_in_the_address_or_a_cookie_is_none()
    {
        (await _api.Send(HttpMethod.Get, $"/api/admin/users?access_token={Good}", token: null)).MustBeRefused(401, "unauthorized");
        (await _api.Send(HttpMethod.Get, "/api/admin/users", token: null, headers: new() { ["Cookie"] = $"access_token={Good}; Authorization=Bearer {Good}" }))
            .MustBeRefused(401, "unauthorized");
    }

    [Fact]
    public async Task Issuer_and_audience_must_be_the_configured_ones()
    {
        await using var server = app.Another(("Jwt:Issuer", Issuer), ("Jwt:Audience", Audience));
        var api = new Api(server);

        (await Ask($$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","sub":"a","role":"admin","exp":4102444800}""")).Must(200);
        (await Ask($$"""{"iss":"{{Issuer}}","aud":["another","{{Audience}}"],"sub":"a","role":"admin","exp":4102444800}""")).Must(200);
        foreach (var wrong in new[]
        {
            $$"""{"aud":"{{Audience}}","sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"{{Issuer}}/","aud":"{{Audience}}","sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"https://elsewhere.example.org","aud":"{{Audience}}","sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"","aud":"{{Audience}}","sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"{{Issuer}}","sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"{{Issuer}}","aud":"another","sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"{{Issuer}}","aud":[],"sub":"a","role":"admin","exp":4102444800}""",
            $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}2","sub":"a","role":"admin","exp":4102444800}""",
        })
        {
            (await Ask(wrong)).MustBeRefused(401, "unauthorized");
        }

        Task<Answer> Ask(string claims) =>
            api.Send(HttpMethod.Get, "/api/admin/users", Forge.Token(Forge.Hs256, claims, Forge.Hmac256(Key)));
    }

    /// <summary>With a key that is long enough for them, only our word is left to refuse other algorithms.</summary>
    [Fact]
    public async Task Another_algorithm_is_refused_even_where_the_key_would_do()
    {
        var key = new string('k', 128);
        await using var server = app.Another(("Jwt:SigningKey", key));
        var api = new Api(server);

        (await Ask(Forge.Token(Forge.Hs256, Admin, Forge.Hmac256(key)))).Must(200);
        (await Ask(Forge.Token("""{"alg":"HS384"}""", Admin, Forge.Hmac384(key)))).MustBeRefused(401, "unauthorized");
        (await Ask(Forge.Token("""{"alg":"HS512"}""", Admin, Forge.Hmac512(key)))).MustBeRefused(401, "unauthorized");

        Task<Answer> Ask(string token) => api.Send(HttpMethod.Get, "/api/admin/users", token);
    }

    private static string OfOwnKey()
    {
        var (head, sign) = Forge.OwnRsaKey();
        return Forge.Token(head, Admin, sign);
    }

    /// <summary>Tokens are checked against the real time.</summary>
    private static string Timed(string claim, TimeSpan from) => Forge.Token(
        Forge.Hs256,
        $$"""{"sub":"the-admin","role":"admin"{{(claim == "exp" ? "" : ",\"exp\":4102444800")}},"{{claim}}":{{(TimeProvider.System.GetUtcNow() + from).ToUnixTimeSeconds()}}}""",
        Forge.Hmac256(Key));
}
