using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>One writer for all webhooks of this server: the more of them wait, the more share a commit.</summary>
/// <remarks>It stops after the web server does, which by then has answered everybody who waited.</remarks>
internal sealed class WebhookIntake(IServiceScopeFactory scopes, WebhookBacklog backlog) : BackgroundService, IWebhookIntake
{
    private const int LargestGroup = 256;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(backlog.Limit) { SingleReader = true });

    public Task<WebhookAnswer> HearAsync(LiveKitEvent told)
    {
        var waiting = new Waiting(told);
        return _waiting.Writer.TryWrite(waiting) ? waiting.Answer.Task : throw new WebhookBacklogFullException();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(LargestGroup);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            await HearAsync(group);
            group.Clear();
        }
    }

    /// <summary>A group that fails is halved, so that a bad event harms no other.</summary>
    private async Task HearAsync(IReadOnlyList<Waiting> group)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answers = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new HearLiveKitEvents([.. group.Select(waiting => waiting.Told)]), CancellationToken.None);
            for (var index = 0; index < group.Count; index++)
            {
                group[index].Answer.TrySetResult(answers[index]);
            }
        }
        catch (Exception error) when (group.Count > 1 && error is not StorageUnavailableException)
        {
            var half = group.Count / 2;
            await HearAsync([.. group.Take(half)]);
            await HearAsync([.. group.Skip(half)]);
        }
        catch (Exception error)
        {
            // LiveKit sends an event again after a 503 only: one that lost too many races must not be told that it was wrong.
            var said = error is DomainException { Kind: ErrorKind.Conflict } ? new StorageUnavailableException(error) : error;
            foreach (var waiting in group)
            {
                waiting.Answer.TrySetException(said);
            }
        }
    }

    private sealed record Waiting(LiveKitEvent Told)
    {
        public TaskCompletionSource<WebhookAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>How many webhooks may wait to be stored (<c>LiveKit:Backlog</c>).</summary>
/// <param name="Limit">At least 1.</param>
public sealed record WebhookBacklog(int Limit);
