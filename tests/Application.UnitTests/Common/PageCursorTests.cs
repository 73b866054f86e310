using CsCheck;
using TalkConnect.Application.Common;

namespace TalkConnect.Application.UnitTests.Common;

public sealed class PageCursorTests
{
    [Fact]
    public void Comes_back_as_it_was_handed_out() =>
        Gen.Select(Gen.Long[0, DateTimeOffset.MaxValue.Ticks], Gen.String[Gen.Char['!', 'z'], 0, 36]).Sample(
            (position, id) => PageCursor.TryParse(new PageCursor(position, id).ToString()).ShouldBe(new PageCursor(position, id)),
            iter: 10_000);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not a cursor")]
    [InlineData("dGMxfi0xfg")]
    [InlineData("dGMxfjk5OTk5OTk5OTk5OTk5OTk5OTk5fg")]
    public void Is_refused_when_it_is_not_one_of_ours(string text) => PageCursor.TryParse(text).ShouldBeNull();

    [Fact]
    public void Leads_to_the_next_page_only_when_there_is_one()
    {
        var wanted = new PageRequest("2", null);

        var more = Page.Of([30, 20, 10], wanted, number => new PageCursor(number, ""));
        var last = Page.Of([30, 20], wanted, number => new PageCursor(number, ""));

        more.Items.ShouldBe([30, 20]);
        PageCursor.TryParse(more.NextCursor!).ShouldBe(new PageCursor(20, ""));
        last.NextCursor.ShouldBeNull();
    }
}
