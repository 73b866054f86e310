using System.Collections.Concurrent;

namespace TalkConnect.Chaos.Simulator;

/// <summary>Sells the evening: people, courses, sessions and places, all of it over HTTP the day before.</summary>
internal sealed class Stage(Api api, Evening evening)
{
    public static readonly Person Admin = new("the-admin", Person.Admin);

    private const int AtOnce = 4;

    public static Person Teacher(LessonPlan lesson) => new(lesson.TeacherId, Person.Teacher);

    public async Task<IReadOnlyList<Sold>> SellAsync()
    {
        await AddAsync("referrer", Person.Teacher, null);
        await ForEachAsync(evening.Lessons.GroupBy(lesson => lesson.TeacherId), OpenCourseAsync);
        await ForEachAsync(
            evening.Lessons.SelectMany(lesson => lesson.StudentIds.Select(student => (student, lesson.Price))).GroupBy(place => place.student),
            async places =>
            {
                await AddAsync(places.Key, Person.Student, null);
                (await api.Post(
                    $"/api/admin/users/{places.Key}/deposits",
                    new { amount = places.Sum(place => place.Price), external_reference = $"bank-{places.Key}" },
                    Admin)).Must(201);
            });

        var sold = new ConcurrentBag<Sold>();
        await ForEachAsync(evening.Lessons, async lesson =>
        {
            foreach (var student in lesson.StudentIds)
            {
                var answer = await api.Post($"/api/sessions/{lesson.SessionId}/purchase", null, new Person(student, Person.Student));
                sold.Add(new Sold(lesson, student, answer.Must(201).As<PurchaseAnswerShape>().PaymentHoldId));
            }
        });
        return [.. sold.OrderBy(place => place.Lesson.Number).ThenBy(place => place.StudentId, StringComparer.Ordinal)];
    }

    private async Task OpenCourseAsync(IGrouping<string, LessonPlan> lessons)
    {
        var first = lessons.First();
        await AddAsync(lessons.Key, Person.Teacher, first.Referred ? "referrer" : null);
        (await api.Post("/api/courses", new { title = "French", id = first.CourseId }, Teacher(first))).Must(201);
        foreach (var lesson in lessons)
        {
            var body = new
            {
                id = lesson.SessionId,
                session_number = lesson.SessionNumber,
                title = "A lesson",
                scheduled_at = lesson.Start,
                duration_minutes = lesson.Minutes,
                price = lesson.Price,
            };
            (await api.Post($"/api/courses/{lesson.CourseId}/sessions", body, Teacher(first))).Must(201);
        }
    }

    private async Task AddAsync(string id, string role, string? referredBy) =>
        (await api.Put($"/api/admin/users/{id}", new { name = "Somebody", email = "somebody@example.org", role, referred_by = referredBy }, Admin)).Must(201);

    private static Task ForEachAsync<T>(IEnumerable<T> all, Func<T, Task> act) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await act(one));
}

/// <summary>A place that was sold.</summary>
internal sealed record Sold(LessonPlan Lesson, string StudentId, string HoldId);
