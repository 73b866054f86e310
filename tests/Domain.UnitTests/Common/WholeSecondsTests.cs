using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.UnitTests.Common;

public sealed class WholeSecondsTests
{
    [Theory]
    [InlineData("10:00:00", "10:00:00")]
    [InlineData("10:00:00.0000001", "10:00:00")]
    [InlineData("10:00:00.5", "10:00:00")]
    [InlineData("10:00:00.9999999", "10:00:00")]
    public void Are_cut_never_rounded(string moment, string expected) => Today.At(moment).Cut().ShouldBe(Today.At(expected));
}
