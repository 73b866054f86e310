using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.Demo;

/// <summary>What people do before a lesson. Every run has ids of its own, so that the demo can be repeated on the same database.</summary>
internal sealed class School(Api api, Person admin)
{
    public const decimal Deposit = 100.00m;

    private readonly string _run = RandomNumberGenerator.GetHexString(6, lowercase: true);
    private readonly List<Person> _people = [];

    public IReadOnlyList<Person> People => _people;

    public async Task<Person> Enrol(string name, string role, Person? referredBy = null)
    {
        var person = new Person($"{name.ToLowerInvariant()}-{_run}", name, role);
        var body = new JsonObject { ["name"] = name, ["email"] = $"{person.Id}@example.org", ["role"] = role };
        body.AddUnlessNull("referred_by", referredBy?.Id);
        await api.Put($"api/admin/users/{person.Id}", admin, body);
        _people.Add(person);
        return person;
    }

    public async Task<Person> EnrolStudent(string name)
    {
        var student = await Enrol(name, "student");
        var deposit = new JsonObject { ["amount"] = Deposit, ["external_reference"] = $"bank-{student.Id}" };
        await api.Post($"api/admin/users/{student.Id}/deposits", admin, deposit);
        return student;
    }

    public async Task<string> OpenCourse(Person teacher, string title) =>
        (await api.Post("api/courses", teacher, new JsonObject { ["title"] = title })).Text("id");

    public async Task<Session> Schedule(
        string courseId,
        int number,
        string title,
        Person teacher,
        DateTimeOffset start,
        int minutes,
        decimal price)
    {
        var answer = await api.Post($"api/courses/{courseId}/sessions", teacher, new JsonObject
        {
            ["session_number"] = number,
            ["title"] = title,
            ["scheduled_at"] = start.UtcDateTime,
            ["duration_minutes"] = minutes,
            ["price"] = price,
        });
        return new Session(answer.Text("id"), title, teacher, start, minutes, price, answer.Text("room"));
    }

    public async Task<Place> Buy(Session session, Person student, string story, bool attendsEnough)
    {
        var answer = await api.Post($"api/sessions/{session.Id}/purchase", student, []);
        return new Place(session, student, answer.Text("payment_hold_id"), story, attendsEnough);
    }
}
