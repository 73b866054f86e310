using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.Demo;

/// <summary>The end of the demo, read back over HTTP and added up independently of the server.</summary>
internal sealed record Outcome(IReadOnlyList<Settled> Places, IReadOnlyList<(Person Person, JsonNode Wallet)> Wallets)
{
    public static async Task<Outcome> Read(Api api, Person admin, IEnumerable<Place> places, IEnumerable<Person> people)
    {
        var settled = new List<Settled>();
        foreach (var place in places)
        {
            settled.Add(await Settled.Read(api, admin, place));
        }

        var wallets = new List<(Person, JsonNode)>();
        foreach (var person in people)
        {
            wallets.Add((person, await api.Get("api/me/wallet", person)));
        }

        var outcome = new Outcome(settled, wallets);
        outcome.ExpectDecisionsOfTheUsualPolicy();
        outcome.ExpectWalletsToAddUp();
        var verification = await api.Get("api/admin/ledger/verification", admin);
        Expect.That(verification.Flag("ok"), $"The ledger is broken: {verification["violations"]?.ToJsonString()}");
        return outcome;
    }

    /// <summary>A server that runs another policy may decide otherwise; then only the sums are checked.</summary>
    private void ExpectDecisionsOfTheUsualPolicy()
    {
        foreach (var place in Places.Where(place => place.Receipt?.Member("policy").Text("name") == "seed-v1"))
        {
            var (student, story, attendsEnough) = (place.Place.Student, place.Place.Story, place.Place.AttendsEnough);
            var expected = attendsEnough ? "released" : "refunded";
            Expect.That(place.Status == expected, $"{student.Name} {story}: the hold should be {expected}, but it is {place.Status}.");
        }
    }

    private void ExpectWalletsToAddUp()
    {
        foreach (var (person, wallet) in Wallets)
        {
            var taught = Places.Where(place => place.Place.Session.Teacher == person).ToList();
            var bought = Places.Where(place => place.Place.Student == person).ToList();
            var deposited = person.Role == "student" ? School.Deposit : 0;
            var credit = deposited + taught.Sum(place => place.Net) + bought.Sum(place => place.Returned - place.Place.Session.Price);
            var held = taught.Concat(bought).Sum(place => place.Held);
            Expect.That(
                wallet.Number("credit_balance") == credit && wallet.Number("held") == held,
                $"{person.Name} should have {credit:0.00} and {held:0.00} held, but has {wallet.ToJsonString()}");
        }
    }
}
