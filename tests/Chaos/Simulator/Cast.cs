using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace TalkConnect.Chaos.Simulator;

/// <summary>What people, admins and the server's own clockwork do of an evening.</summary>
internal sealed class Cast(TalkConnectApp node)
{
    private readonly Api _api = new(node);

    /// <summary>Sessions that were called off as planned.</summary>
    public HashSet<string> Cancelled { get; } = [];

    /// <summary>Runs that the product stopped.</summary>
    public int RunsStopped { get; private set; }

    /// <summary>Answers that must not be.</summary>
    public ConcurrentBag<string> Violations { get; } = [];

    /// <summary>How many requests were sent.</summary>
    public int Requests { get; private set; }

    public async Task SettleAsync()
    {
        var answer = await _api.Post("/api/admin/settlements/run", null, Stage.Admin);
        Requests++;
        if (answer.Status != 200)
        {
            Violations.Add($"a settlement run was answered {answer.Status}: {answer.Text}");
        }
        else if (answer.Json.GetProperty("failed").GetInt32() > 0)
        {
            Violations.Add($"a settlement run says that holds failed: {answer.Text}");
        }
    }

    /// <summary>The morning after, an admin finds a stopped run and wants to look at each hold that it would not have paid.</summary>
    public async Task<bool> DismissAsync()
    {
        var pauses = (await _api.Get("/api/admin/settlements/pauses", Stage.Admin)).Must(200).Json.GetProperty("items").EnumerateArray();
        var waiting = pauses.Where(pause => pause.GetProperty("status").GetString() == "waiting").Select(pause => pause.GetProperty("id").GetString()).SingleOrDefault();
        if (waiting is null)
        {
            return false;
        }

        RunsStopped++;
        (await _api.Post($"/api/admin/settlements/pauses/{waiting}/dismiss", new { reason = "Webhooks are missing." }, Stage.Admin)).Must(200);
        return true;
    }

    public async Task JoinAsync(LessonPlan lesson, Connection first)
    {
        var person = new Person(first.Identity, first.Identity == lesson.TeacherId ? Person.Teacher : Person.Student);
        var body = new { lesson_number = first.Room == lesson.RoomName(1) ? 1 : 2 };
        var answer = await _api.Post($"/api/sessions/{lesson.SessionId}/join", body, person);
        Requests++;
        // Whoever's place was settled or called off has none any more, and comes back in vain.
        var mayBeGone = Cancelled.Contains(lesson.SessionId) || node.Clock.Now >= lesson.End;
        if (answer.Status is not (200 or 409) && !(answer.Status == 403 && mayBeGone))
        {
            Violations.Add($"joining {lesson.SessionId} was answered {answer.Status}: {answer.Text}");
        }
    }

    public async Task CancelAsync(LessonPlan lesson)
    {
        var answer = await _api.Post($"/api/sessions/{lesson.SessionId}/cancel", new { reason = "ill" }, Stage.Teacher(lesson));
        if (answer.Status == 200)
        {
            Cancelled.Add(lesson.SessionId);
        }
        else if (answer.Status != 409)
        {
            Violations.Add($"cancelling {lesson.SessionId} was answered {answer.Status}: {answer.Text}");
        }
    }

    public async Task SendAsync<T>(IRequest<T> request)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
