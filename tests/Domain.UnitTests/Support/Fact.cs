using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>One thing that happened and that somebody may tell, once or more often, early or late.</summary>
internal abstract record Fact;

/// <summary>A person's connection began or ended.</summary>
internal sealed record OfPerson(string Person, ConnectionEvent Event) : Fact;

/// <summary>A room closed.</summary>
internal sealed record OfRoom(RoomEnding Ending) : Fact;
