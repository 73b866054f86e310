using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Options;
using TalkConnect.Application.Attendance;
using TalkConnect.Benchmarks.Support;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure;
using TalkConnect.Infrastructure.LiveKit;

namespace TalkConnect.Benchmarks.Micro;

/// <summary>What the rules themselves cost, without a database.</summary>
[MemoryDiagnoser]
public class DomainBenchmarks
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    private readonly SettlementPolicy _policy = SettlementPolicy.SeedV1;
    private readonly AttendanceThreshold _threshold = AttendanceThreshold.Of(20m);
    private readonly byte[] _body = Encoding.UTF8.GetBytes(
        """{"event":"participant_joined","room":{"sid":"RM_1","name":"course_c_session_1_lesson_1"},"participant":{"sid":"PA_1","identity":"s","joinedAt":"1767607200"},"id":"EV_1","createdAt":"1767607201"}""");

    private IReadOnlyList<AttendanceInterval> _stays = [];
    private ILiveKitWebhooks _webhooks = null!;
    private string _signature = "";

    /// <summary>How often somebody came and left.</summary>
    [Params(1, 10, 100)]
    public int Stays { get; set; }

    /// <summary>Makes the stays, half of which overlap the one before, and a signed webhook.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _stays = [.. Enumerable.Range(0, Stays).Select(number => new AttendanceInterval(
            Start.AddSeconds(number * 20), Start.AddSeconds((number * 20) + (number % 2 == 0 ? 30 : 10)), IntervalEnd.Left, ["EV_1", "EV_2"]))];
        var options = Options.Create(new LiveKitOptions { Keys = { [ServerProcess.LiveKitKey] = ServerProcess.LiveKitSecret } });
        _signature = new WebhookSigner(options, TimeProvider.System).Sign(_body);
        _webhooks = new ServiceCollection().AddSingleton<IOptions<LiveKitOptions>>(options).AddSingleton(TimeProvider.System)
            .AddLiveKitWebhooks().BuildServiceProvider().GetRequiredService<ILiveKitWebhooks>();
    }

    /// <summary>The union of the stays.</summary>
    [Benchmark]
    public int AttendanceUnion() => AttendanceInterval.UnionSeconds(_stays);

    /// <summary>From seconds to an outcome.</summary>
    [Benchmark]
    public SettlementOutcome SettlementDecision() =>
        _policy.Decide(_threshold.IsMetBy(AttendancePercentage.Of(721, 3600)), _threshold.IsMetBy(AttendancePercentage.Of(3600, 3600))).Outcome;

    /// <summary>Signature, times and hash of a webhook, and reading it.</summary>
    [Benchmark]
    public LiveKitEvent? WebhookVerification() =>
        _webhooks.SignedHash(_signature) is { } hash && _webhooks.IsHashOf(hash, _body) ? _webhooks.Read(_body) : null;
}
