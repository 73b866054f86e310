using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.Demo;

/// <summary>Tells in plain words what happened, and where to see it.</summary>
internal static class Report
{
    public static void Print(Outcome outcome, Uri server, Person admin)
    {
        foreach (var lesson in outcome.Places.GroupBy(place => place.Place.Session))
        {
            PrintLesson(lesson.Key, [.. lesson]);
        }

        Console.WriteLine($"\nWallets ({outcome.Wallets[0].Wallet.Text("currency")})");
        foreach (var (person, wallet) in outcome.Wallets)
        {
            var (credit, held) = (wallet.Number("credit_balance"), wallet.Number("held"));
            Console.WriteLine($"  {person.Name,-8}{person.Role,-9}{credit,8:0.00}   held {held,6:0.00}   ({person.Id})");
        }

        var first = outcome.Places[0].Place;
        Console.WriteLine($"""

            The books balance: the ledger's verification found nothing. A webhook that came twice changed nothing,
            and the recorder in the room was not counted.

            See for yourself
              {server}admin/review     as Ada: two payments wait for a decision
              {server}docs
              TOKEN='{admin.Token}'
              curl -H "Authorization: Bearer $TOKEN" {server}api/holds/{first.HoldId}
              curl -H "Authorization: Bearer $TOKEN" {server}api/holds/{first.HoldId}/receipt
              curl -H "Authorization: Bearer $TOKEN" {server}api/sessions/{first.Session.Id}/attendance
              curl -H "Authorization: Bearer $TOKEN" {server}api/admin/ledger/verification
            """);
    }

    private static void PrintLesson(Session lesson, IReadOnlyList<Settled> places)
    {
        Console.WriteLine(
            $"\n{lesson.Title}, with {lesson.Teacher.Name}: "
            + $"{lesson.Minutes} min from {lesson.Start:yyyy-MM-dd HH:mm} UTC, {lesson.Price:0.00} a place");
        if (places[0].Receipt is { } receipt)
        {
            var taught = Clock(receipt.Member("teacher_presence"));
            var threshold = receipt.Number("threshold_percentage");
            Console.WriteLine($"  {lesson.Teacher.Name} taught for {taught}; a place counts as used from {threshold:0.##} % on");
        }

        foreach (var place in places)
        {
            Console.WriteLine($"  {place.Place.Student.Name,-6}{place.Place.Story,-22}{Decision(place)}");
        }
    }

    private static string Decision(Settled place)
    {
        if (place.Receipt is not { } receipt)
        {
            return place.Place.Waits is { } waits
                ? $"{place.Held:0.00} held: {waits}, for an admin to decide"
                : $"{place.Held:0.00} held until {place.Hold.Text("due_at")}";
        }

        var attended = $"{Clock(receipt),6} {receipt.Number("attendance_percentage"),7:0.00} %   {place.Status}: ";
        return attended + (place.Status == "released"
            ? $"{place.Net:0.00} to {place.Place.Session.Teacher.Name}, {place.Fee:0.00} commission ({place.CommissionRate:0.## %})"
            : $"{place.Returned:0.00} back to {place.Place.Student.Name}");
    }

    private static string Clock(JsonNode presence)
    {
        var seconds = (int)presence.Number("attended_seconds");
        return $"{seconds / 60}:{seconds % 60:00}";
    }
}
