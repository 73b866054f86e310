namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>A server that was told nonsense says so and does not start.</summary>
public sealed class DoorSettingTests
{
    [Theory]
    [InlineData("RateLimits:Enabled", "maybe", "true or false")]
    [InlineData("RateLimits:MoneyPerMinutePerUser", "0", "a whole number from 1")]
    [InlineData("RateLimits:MoneyPerMinutePerAddress", "-1", "a whole number from 1")]
    [InlineData("RateLimits:FailedSignInsPerMinutePerAddress", "many", "a whole number from 1")]
    [InlineData("RateLimits:WindowSeconds", "0.5", "a whole number from 1")]
    [InlineData("Idempotency:KeepDays", "0", "a whole number from 1")]
    [InlineData("Settlement:BatchSize", "0", "a whole number from 1 to 5000")]
    [InlineData("Settlement:Workers", "1.5", "a whole number from 1 to 16")]
    [InlineData("LiveKit:Backlog", "-1", "a whole number from 1")]
    [InlineData("Withdrawals:MaximumOpen", "2.7", "a whole number from 0")]
    [InlineData("Sessions:CompletionGraceMinutes", "100000000000", "a whole number from 0 to 10080")]
    [InlineData("Attendance:LateAfterMinutes", "soon", "a whole number from 0")]
    [InlineData("Money:Currency", "euro", "a code of ISO 4217")]
    [InlineData("Jwt:Authority", "login.example.org", "an https address")]
    [InlineData("Jwt:Authority", "http://login.example.org", "an https address")]
    public async Task Stops_the_start(string name, string value, string mustBe)
    {
        var said = await Refusals.StartWith((name, value), ("Jwt:Audience", "talkconnect"));

        said.ShouldContain($"TalkConnect cannot start: {name} is '{value}'.");
        said.ShouldContain(mustBe);
    }
}
