using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.UnitTests.Common;

public sealed class SpecificationTests
{
    private static readonly Book[] Books =
    [
        new("Middlemarch", 1871),
        new("Emma", 1815),
        new("Dubliners", 1914),
        new("Dracula", 1897),
        new("Persuasion", 1817),
        new("Nana", 1897),
    ];

    [Fact]
    public void Keeps_what_meets_every_condition_in_order_and_no_more_than_wanted()
    {
        Titles(new BooksSince(1817, atMost: 4)).ShouldBe(["Persuasion", "Middlemarch", "Dracula", "Nana"]);
        Titles(new BooksSince(1817, atMost: 1)).ShouldBe(["Persuasion"]);
        Titles(new BooksSince(1817, atMost: 0)).ShouldBeEmpty();
    }

    [Fact]
    public void Keeps_everything_as_it_is_when_it_asks_for_nothing() => Titles(new AllBooks()).ShouldBe(Books.Select(book => book.Title));

    [Theory]
    [InlineData("Emma", 1815, false)]
    [InlineData("Persuasion", 1817, true)]
    [InlineData("Dubliners", 1914, false)]
    public void Can_be_asked_of_one_thing(string title, int year, bool expected) =>
        new BooksSince(1817, atMost: 1).IsSatisfiedBy(new Book(title, year)).ShouldBe(expected);

    private static IEnumerable<string> Titles(ISpecification<Book> specification) =>
        SpecificationEvaluator.Default.GetQuery(Books.AsQueryable(), specification).Select(book => book.Title);

    private sealed record Book(string Title, int Year);

    private sealed class AllBooks : Specification<Book>;

    private sealed class BooksSince : Specification<Book>
    {
        public BooksSince(int year, int atMost) => Query
            .Where(book => book.Year >= year)
            .Where(book => book.Year < 1900)
            .OrderBy(book => book.Year)
            .OrderBy(book => book.Title)
            .Take(atMost);
    }
}
