using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.UnitTests.Settlement;

public sealed class SettleBatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SettlementRules Rules =
        new(SettlementPolicy.SeedV1, AttendanceThreshold.Of(20), new CommissionPolicy(0.3m, 0m), new SessionTiming(TimeSpan.FromMinutes(15), TimeSpan.Zero));

    private readonly ISettlementStore _store = Substitute.For<ISettlementStore>();
    private readonly ISettlementBacklog _backlog = Substitute.For<ISettlementBacklog>();
    private readonly IIds _ids = Substitute.For<IIds>();
    private readonly SettlementRun _run = SettlementRun.Start("run", manual: true, Now);
    private readonly List<string> _batches = [];

    public SettleBatchTests()
    {
        var made = 0;
        _ids.New<TransactionId>().Returns(_ => TransactionId.From($"t{made++}"));
    }

    [Fact]
    public async Task Settles_all_in_one_go_when_nothing_is_wrong()
    {
        Failing();

        await SettleAsync(8);

        _batches.ShouldBe(["h0 h1 h2 h3 h4 h5 h6 h7"]);
        _run.Failed.ShouldBe(0);
    }

    [Fact]
    public async Task Halves_a_batch_that_fails_until_the_bad_hold_stands_alone()
    {
        Failing("h5");

        await SettleAsync(8);

        _batches.ShouldBe(["h0 h1 h2 h3 h4 h5 h6 h7", "h0 h1 h2 h3", "h4 h5 h6 h7", "h4 h5", "h4", "h5", "h6 h7"]);
        _run.Failed.ShouldBe(1);
        await _backlog.Received(1).RecordFailureAsync(PaymentHoldId.From("h5"), "incomplete_hold: gone", Now);
    }

    [Fact]
    public async Task Records_only_the_kind_of_an_unexpected_error()
    {
        _store.SettleAsync(default!, default!).ThrowsAsyncForAnyArgs(new InvalidOperationException("account 12345678"));

        await SettleAsync(1);

        await _backlog.Received(1).RecordFailureAsync(PaymentHoldId.From("h0"), nameof(InvalidOperationException), Now);
    }

    [Fact]
    public async Task Blames_no_hold_when_the_database_is_away()
    {
        _store.SettleAsync(default!, default!).ThrowsAsyncForAnyArgs(new StorageUnavailableException(new IOException()));

        await Should.ThrowAsync<StorageUnavailableException>(() => SettleAsync(4));

        _run.Failed.ShouldBe(0);
        await _backlog.DidNotReceiveWithAnyArgs().RecordFailureAsync(default, default!, default);
    }

    private Task SettleAsync(int holds) => new SettleBatch(_store, new BadHolds(_backlog, NullLogger<BadHolds>.Instance), Rules, _ids)
        .SettleAsync([.. Enumerable.Range(0, holds).Select(number => PaymentHoldId.From($"h{number}"))], _run, Now);

    private void Failing(params string[] bad) => _store.SettleAsync(default!, default!).ReturnsForAnyArgs(call =>
    {
        var holds = call.Arg<IReadOnlyCollection<PaymentHoldId>>();
        _batches.Add(string.Join(' ', holds));
        return holds.Any(hold => bad.Contains(hold.Value))
            ? throw DomainException.Conflict("incomplete_hold", "gone")
            : Task.FromResult(new SettledBatch([], 0));
    });
}
