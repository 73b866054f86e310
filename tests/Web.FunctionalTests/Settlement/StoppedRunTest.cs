using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>A server that compares runs of five holds and more with a week of ten and more.</summary>
public abstract class StoppedRunTest(TalkConnectApp app) : FunctionalTest(app)
{
    private TalkConnectApp? _node;

    protected TalkConnectApp Node => _node ?? throw new InvalidOperationException("There is no such server before its week.");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    protected static string Id(JsonElement pause) => pause.GetProperty("id").GetString()!;

    protected Task<int> Pauses() => App.InDatabaseAsync(db => db.Set<SettlementPause>().CountAsync());

    protected Task<int> Count(PaymentHoldStatus status) => App.InDatabaseAsync(db => db.Set<PaymentHold>().CountAsync(hold => hold.Status == status));

    protected async Task<IReadOnlyList<string?>> Foreseen(string pause) =>
        [.. (await Api.Get($"/api/admin/settlements/pauses/{pause}/decisions", Admin)).Must(200).Json.GetProperty("items").EnumerateArray()
            .Select(one => one.GetProperty("hold_id").GetString())];

    protected async Task<JsonElement> ThePause() => (await Api.Get("/api/admin/settlements/pauses", Admin)).Must(200).Json.GetProperty("items")[0];

    /// <summary>An admin's decision about the newest pause.</summary>
    protected async Task<Answer> Decides(string decision, string? key = null) =>
        await new Api(Node).Post($"/api/admin/settlements/pauses/{Id(await ThePause())}/{decision}", new { reason = "Because." }, Admin, key);

    protected async Task<JsonElement> Runs() => (await new Api(Node).Post("/api/admin/settlements/run", null, Admin)).Must(200).Json;

    protected async Task AWeekOf(int holds, int batchSize = 100)
    {
        _node = App.Another(
            ("Settlement:Breaker:MinimumHolds", "5"),
            ("Settlement:Breaker:MinimumBaseline", "10"),
            ("Settlement:BatchSize", $"{batchSize}"));
        await ALessonWith(holds, came: holds);
        (await Runs()).GetProperty("released").GetInt32().ShouldBe(holds);
    }

    protected async Task<IReadOnlyList<Place>> ALessonWith(int students, int came)
    {
        var lesson = await ALesson();
        var places = new List<Place>();
        for (var student = 0; student < students; student++)
        {
            places.Add(await ASoldPlace(lesson));
            if (student < came)
            {
                await Stays(places[^1].Student, lesson, lesson.Start, lesson.End);
            }
        }

        await Finishes(lesson);
        return places;
    }
}
