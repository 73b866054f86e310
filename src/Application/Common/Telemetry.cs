using System.Diagnostics;
using System.Diagnostics.Metrics;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Common;

/// <summary>What is measured of the use cases; the web layer exports it.</summary>
public static class Telemetry
{
    /// <summary>The name of the meter and of the traces' source.</summary>
    public const string Name = "TalkConnect";

    private static readonly Meter Meter = new(Name);
    private static readonly InstrumentAdvice<double> Buckets =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };
    private static readonly Counter<long> Settled =
        Meter.CreateCounter<long>("talkconnect.holds.settled", description: "Holds settled, by outcome: released, refunded, failed or needs_review.");
    private static readonly Histogram<double> RunSeconds =
        Meter.CreateHistogram<double>("talkconnect.settlement.run.duration", "s", "How long a settlement run took.", tags: null, Buckets);
    private static readonly Counter<long> Webhooks =
        Meter.CreateCounter<long>("talkconnect.webhooks", description: "LiveKit webhooks, by what came of them.");
    private static readonly Counter<long> RoomLooks =
        Meter.CreateCounter<long>("talkconnect.room_looks", description: "Looks into the rooms of running sessions, by what came of them.");
    private static readonly Histogram<double> WebhookSeconds =
        Meter.CreateHistogram<double>("talkconnect.webhook.duration", "s", "How long a LiveKit webhook took.", tags: null, Buckets);
    private static readonly Counter<long> Retried =
        Meter.CreateCounter<long>("talkconnect.units.retried", description: "Units of work that were run again.");

    private static int _dueHolds;
    private static bool _settlementPaused;

    static Telemetry()
    {
        Meter.CreateObservableGauge("talkconnect.holds.due", () => _dueHolds, description: "Holds that were due when the last run began.");
        Meter.CreateObservableGauge(
            "talkconnect.settlement.paused", () => _settlementPaused ? 1 : 0, description: "1 while a stopped run waits for an admin and nothing settles.");
    }

    /// <summary>Traces of the use cases.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>How many holds were due when the last run began.</summary>
    public static int DueHolds
    {
        get => _dueHolds;
        set => _dueHolds = value;
    }

    /// <summary>A run is done.</summary>
    public static void RunFinished(SettlementRun run)
    {
        Settled.Add(run.Released, new KeyValuePair<string, object?>("outcome", "released"));
        Settled.Add(run.Refunded, new KeyValuePair<string, object?>("outcome", "refunded"));
        Settled.Add(run.Failed, new KeyValuePair<string, object?>("outcome", "failed"));
        Settled.Add(run.NeedsReview, new KeyValuePair<string, object?>("outcome", "needs_review"));
        RunSeconds.Record((run.FinishedAt - run.StartedAt).TotalSeconds);
        _settlementPaused = run.PausedBy is not null;
    }

    /// <summary>A webhook was answered.</summary>
    public static void WebhookAnswered(string outcome, TimeSpan took)
    {
        Webhooks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        WebhookSeconds.Record(took.TotalSeconds);
    }

    /// <summary>A room was looked into, or could not be.</summary>
    public static void RoomLookedInto(string outcome) => RoomLooks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A unit of work is run again.</summary>
    /// <param name="lostRace">Whether others were first; otherwise the database was away.</param>
    public static void UnitRetried(bool lostRace) => Retried.Add(1, new KeyValuePair<string, object?>("cause", lostRace ? "race" : "database"));
}
