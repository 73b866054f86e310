using System.Diagnostics.Metrics;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.UnitTests.Common;

[Collection("what is measured of runs")]
public sealed class TelemetryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stopped_run_shows_until_the_first_one_that_is_not()
    {
        var stopped = SettlementRun.Start("run-1", manual: true, Now);
        stopped.Pause(SettlementPauseId.From("pause"));
        stopped.Finish(Now);
        var idle = SettlementRun.Start("run-2", manual: false, Now);
        idle.Finish(Now);

        Telemetry.RunFinished(stopped);
        Paused().ShouldBe(1);
        Telemetry.RunFinished(idle);
        Paused().ShouldBe(0);
    }

    private static int Paused()
    {
        var told = -1;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == Telemetry.Name && instrument.Name == "talkconnect.settlement.paused")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => told = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }
}
