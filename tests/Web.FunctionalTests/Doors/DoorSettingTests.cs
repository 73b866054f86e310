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
    public async Task Stops_the_start(string name, string value, string mustBe)
    {
        var said = await Refusals.StartWith((name, value));

        said.ShouldContain($"TalkConnect cannot start: {name} is '{value}'.");
        said.ShouldContain(mustBe);
    }
}
