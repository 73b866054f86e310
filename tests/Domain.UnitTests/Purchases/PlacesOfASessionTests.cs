using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Purchases;

public sealed class PlacesOfASessionTests
{
    private static readonly SessionPurchase[] Places =
    [
        A.Sale(A.Session(id: "s1"), "lee").Purchase,
        A.Sale(A.Session(id: "s2"), "kim").Purchase,
        A.Sale(A.Session(id: "s1"), "kim").Purchase,
    ];

    [Fact]
    public void Are_found_by_session_and_student() =>
        Found(new PurchaseOf(SessionId.From("s1"), UserId.From("kim"))).ShouldBe(["s1-kim"]);

    [Fact]
    public void Are_listed_in_the_order_of_their_ids() =>
        Found(new PurchasesOfSession(SessionId.From("s1"))).ShouldBe(["s1-kim", "s1-lee"]);

    private static IEnumerable<string> Found(ISpecification<SessionPurchase> specification) =>
        SpecificationEvaluator.Default.GetQuery(Places.AsQueryable(), specification).Select(place => place.Id.Value);
}
