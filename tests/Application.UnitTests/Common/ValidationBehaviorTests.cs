using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.UnitTests.Common;

public sealed class ValidationBehaviorTests
{
    private static readonly Actor Admin = new(UserId.From("admin"), UserRole.Admin);

    private readonly InputErrors _unreadable = new();

    [Fact]
    public async Task Names_every_wrong_field_by_its_name_on_the_wire()
    {
        var refusal = await RefuseAsync(new ScheduleSession(CourseId.From("c"), Admin, "#", 0, " ", null, 1441, 0.001m));

        refusal.Errors.Keys.ShouldBe(["id", "session_number", "title", "scheduled_at", "duration_minutes", "price"], ignoreOrder: true);
    }

    [Fact]
    public async Task Adds_what_could_not_be_read_and_says_it_once()
    {
        _unreadable.Add("price", "The value must be a JSON number, not text.");

        var refusal = await RefuseAsync(new ScheduleSession(CourseId.From("c"), Admin, null, 1, null, null, 60, null));

        refusal.Errors["price"].ShouldBe(["The value must be a JSON number, not text."]);
        refusal.Errors.Keys.ShouldBe(["price", "title", "scheduled_at"], ignoreOrder: true);
    }

    [Fact]
    public async Task Lets_through_what_is_right()
    {
        var request = new ScheduleSession(CourseId.From("c"), Admin, null, 1, "Verbs", DateTimeOffset.UnixEpoch.AddYears(50), 60, 12.5m);
        var reached = false;

        await Behavior().Handle(request, CancellationToken.None, () =>
        {
            reached = true;
            return Task.FromResult<SessionView>(null!);
        });

        reached.ShouldBeTrue();
    }

    private Task<InvalidInputException> RefuseAsync(ScheduleSession request) => Should.ThrowAsync<InvalidInputException>(
        () => Behavior().Handle(request, CancellationToken.None, () => throw new InvalidOperationException("It was let through.")));

    private ValidationBehavior<ScheduleSession, SessionView> Behavior() => new([new ScheduleSessionValidator()], _unreadable);
}
