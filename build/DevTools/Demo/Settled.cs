using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.Demo;

/// <summary>What became of one place: its hold, and once it has settled its receipt.</summary>
internal sealed record Settled(Place Place, JsonNode Hold, JsonNode? Receipt)
{
    public string Status => Hold.Text("status");

    public decimal Net => Status == "released" ? Commission("net") : 0;

    public decimal Fee => Status == "released" ? Commission("fee") : 0;

    public decimal CommissionRate => Commission("rate");

    public decimal Returned => Status == "refunded" ? Hold.Number("amount") : 0;

    public decimal Held => Receipt is null ? Hold.Number("amount") : 0;

    public static async Task<Settled> Read(Api api, Person admin, Place place)
    {
        var hold = await api.Get($"api/holds/{place.HoldId}", admin);
        var isOver = place.Session.End < TimeProvider.System.GetUtcNow();
        var settled = hold.Text("status") is "released" or "refunded";
        Expect.That(
            place.Waits is { } waits ? hold.Text("status") == waits : settled == isOver,
            $"The hold {place.HoldId} of {place.Student.Name} is {hold.Text("status")}, due at {hold["due_at"]}: {hold["notes"]}");
        return new Settled(place, hold, settled ? await api.Get($"api/holds/{place.HoldId}/receipt", admin) : null);
    }

    private decimal Commission(string name) => Receipt.Member("commission").Number(name);
}
