namespace TalkConnect.DevTools.Demo;

internal sealed record Session(string Id, string Title, Person Teacher, DateTimeOffset Start, int Minutes, decimal Price, string Room)
{
    public DateTimeOffset End => Start.AddMinutes(Minutes);
}

/// <summary>A student's paid place in a session, the hold that keeps its price, and what the student does there.</summary>
internal sealed record Place(Session Session, Person Student, string HoldId, string Story, bool AttendsEnough)
{
    /// <summary>The state in which its hold waits for an admin; null where it settles by itself.</summary>
    public string? Waits { get; init; }
}
