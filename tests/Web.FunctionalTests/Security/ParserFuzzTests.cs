using System.Text;
using CsCheck;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>
/// The readers of what comes from outside, called directly with well over 100,000 inputs: whatever is given, they read it or
/// refuse it. A failure names its seed; run it again with the environment variable CsCheck_Seed.
/// </summary>
[Collection(SqliteTests.Name)]
public sealed class ParserFuzzTests(SqliteApp app)
{
    private static readonly UserId Teacher = UserId.From("a-teacher");

    [Fact]
    public void A_webhook_is_an_event_or_a_mistake()
    {
        var liveKit = Service<ILiveKitWebhooks>();
        var (events, mistakes) = (0, 0);

        WebhookBodies.Changed.Sample(
            body =>
            {
                if (Read(liveKit, body) is not { } told)
                {
                    Interlocked.Increment(ref mistakes);
                    return;
                }

                Interlocked.Increment(ref events);
                told.Id.Length.ShouldBeInRange(1, 64);
                told.Event.Length.ShouldBeInRange(1, 64);
                (told.RoomSid?.Length ?? 1).ShouldBeInRange(1, 64);
                (told.ParticipantSid?.Length ?? 1).ShouldBeInRange(1, 64);
                (told.RoomName?.Length ?? 1).ShouldBeInRange(1, 256);
                (told.Identity?.Length ?? 1).ShouldBeInRange(1, 256);
                (told.JoinedAt ?? DateTimeOffset.UnixEpoch).ShouldBeGreaterThanOrEqualTo(DateTimeOffset.UnixEpoch);
                (told.CreatedAt ?? DateTimeOffset.UnixEpoch).ShouldBeGreaterThanOrEqualTo(DateTimeOffset.UnixEpoch);
                Read(liveKit, body).ShouldBe(told);
            },
            iter: 60_000,
            print: WebhookBodies.Show);

        // Were nearly all of one kind, little would have been tried.
        events.ShouldBeGreaterThan(10_000);
        mistakes.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void A_signature_is_right_or_wrong_whatever_is_sent_for_one()
    {
        var liveKit = Service<ILiveKitWebhooks>();
        var body = "{}"u8.ToArray();
        var token = new LiveKitServer(app).Authorize(body);
        IsAuthentic(liveKit, token, body).ShouldBeTrue();

        // The last character of a signature has two bits that stand for nothing.
        Gen.Select(Gen.Int[0, token.Length - 2], Gen.Char, Gen.Int[0, 3]).Sample(
            (where, character, change) =>
            {
                var changed = change switch
                {
                    0 => $"{token[..where]}{character}{token[(where + 1)..]}",
                    1 => $"{token[..where]}{character}{token[where..]}",
                    2 => token[..where],
                    _ => $"{token[..where]}{token[where]}{token[where]}{token[(where + 1)..]}",
                };

                // White space within base64 stands for nothing either; what is signed is not what stands there then.
                (IsAuthentic(liveKit, changed, body) && changed != token && !char.IsWhiteSpace(character)).ShouldBeFalse(changed);
            },
            iter: 20_000);
    }

    [Fact]
    public void Another_body_is_never_taken_for_the_signed_one()
    {
        var liveKit = Service<ILiveKitWebhooks>();
        var body = Encoding.UTF8.GetBytes("""{"event":"room_started"}""");
        var token = new LiveKitServer(app).Authorize(body);

        WebhookBodies.Changed.Sample(other => IsAuthentic(liveKit, token, other).ShouldBeFalse(), iter: 10_000, print: WebhookBodies.Show);
    }

    [Fact]
    public void A_cursor_is_ours_or_none() => QueryTexts.All.Sample(
        text =>
        {
            if (PageCursor.TryParse(text) is { } cursor)
            {
                cursor.Position.ShouldBeGreaterThanOrEqualTo(0);
                cursor.At.Year.ShouldBeInRange(1, 9999);
                PageCursor.TryParse(cursor.ToString()).ShouldBe(cursor);
            }
        },
        iter: 30_000);

    [Fact]
    public void A_page_is_refused_or_has_a_size() => Gen.Select(QueryTexts.All.Null(), QueryTexts.All.Null()).Sample(
        (limit, cursor) =>
        {
            var page = new PageRequest(limit, cursor);
            if (Accepts(new ListSessions(null, null, page)))
            {
                page.Count.ShouldBeInRange(1, 100);
                (page.After is null).ShouldBe(cursor is null);
            }
        },
        iter: 20_000);

    [Fact]
    public void A_period_is_refused_or_has_a_beginning_and_an_end()
    {
        var accepted = 0;
        Gen.Select(QueryTexts.All.Null(), QueryTexts.All.Null(), QueryTexts.All.Null(), Gen.Enum<RevenueInterval>()).Sample(
            (from, to, zone, interval) =>
            {
                var period = new RevenuePeriod(from, to, zone);
                if (!Accepts(new GetRevenueSummary(Teacher, period)))
                {
                    return;
                }

                Interlocked.Increment(ref accepted);
                (period.Begin is null).ShouldBe(from is null);
                (period.End is null).ShouldBe(to is null);
                (period.Begin <= period.End || from is null || to is null).ShouldBeTrue();
                Fold(new RevenueCalendar(interval, period.Zone), period.Begin ?? SettableClock.Noon, period.End ?? SettableClock.Noon);
            },
            iter: 20_000);
        accepted.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_statement_is_refused_or_has_a_month() => Gen.Select(QueryTexts.All, QueryTexts.All.Null()).Sample(
        (month, zone) =>
        {
            var statement = new GetStatement(Teacher, month, zone);
            if (Accepts(statement))
            {
                (statement.End - statement.Begin).TotalDays.ShouldBeInRange(27, 32);
            }
        },
        iter: 10_000);

    [Fact]
    public void A_filter_is_refused_or_names_something() => Gen.Select(QueryTexts.All.Null(), QueryTexts.All.Null(), QueryTexts.All.Null(), QueryTexts.All.Null()).Sample(
        (id, word, from, to) =>
        {
            var page = new PageRequest(null, null);
            if (Accepts(new ListSessions(id, word, page)))
            {
                (id is null || EntityIdText.IsValid(id)).ShouldBeTrue();
            }

            if (Accepts(new ListAuditEntries(id, word, word, id, from, to, page)))
            {
                foreach (var text in new[] { from, to }.OfType<string>())
                {
                    WireJson.TryReadTime(text).ShouldNotBeNull();
                }
            }
        },
        iter: 10_000);

    private static bool IsAuthentic(ILiveKitWebhooks liveKit, string token, byte[] body) =>
        liveKit.SignedHash(token) is { } hash && liveKit.IsHashOf(hash, body);

    private static LiveKitEvent? Read(ILiveKitWebhooks liveKit, byte[] body)
    {
        try
        {
            return liveKit.Read(body);
        }
        catch (InvalidInputBodyException)
        {
            return null;
        }
    }

    private static void Fold(RevenueCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        try
        {
            calendar.Fold(from, to, []).Count.ShouldBeLessThanOrEqualTo(RevenueCalendar.MaxBuckets);
        }
        catch (DomainException tooMany)
        {
            tooMany.Code.ShouldBe("validation_failed");
        }
    }

    /// <summary>What the pipeline asks before it sends a request to its handler.</summary>
    private bool Accepts<T>(T request)
    {
        using var scope = app.Services.CreateScope();
        var validators = scope.ServiceProvider.GetServices<IValidator<T>>().ToList();
        validators.ShouldNotBeEmpty();
        return validators.TrueForAll(validator => validator.Validate(request).IsValid);
    }

    private T Service<T>()
        where T : notnull
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<T>();
    }
}
