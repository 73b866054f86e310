using CsCheck;
using TalkConnect.Application.Common;
using TalkConnect.Application.Users;

namespace TalkConnect.Application.UnitTests.Common;

public sealed class PageCursorTests
{
    [Fact]
    public void Comes_back_as_it_was_handed_out() =>
        Gen.Select(Gen.Long[0, DateTimeOffset.MaxValue.Ticks], Gen.String[Gen.Char['!', 'z'], 0, 36]).Sample(
            (position, id) => PageCursor.TryParse(new PageCursor(position, id) { List = "l" }.ToString()).ShouldBe(new PageCursor(position, id) { List = "l" }),
            iter: 10_000);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not a cursor")]
    [InlineData("dGMyfmx-LTF-")]
    [InlineData("dGMyfmx-OTk5OTk5OTk5OTk5OTk5OTk5OTl-")]
    [InlineData("dGMxfjV-YQ")]
    public void Is_refused_when_it_is_not_one_of_ours(string text) => PageCursor.TryParse(text).ShouldBeNull();

    [Fact]
    public void Leads_to_the_next_page_only_when_there_is_one()
    {
        var wanted = new ListUsers(new PageRequest("2", null));

        var more = Page.Of([30, 20, 10], wanted, number => new PageCursor(number, ""));
        var last = Page.Of([30, 20], wanted, number => new PageCursor(number, ""));

        more.Items.ShouldBe([30, 20]);
        PageCursor.TryParse(more.NextCursor!).ShouldBe(new PageCursor(20, "") { List = "ListUsers" });
        last.NextCursor.ShouldBeNull();
    }
}
