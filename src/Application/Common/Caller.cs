namespace TalkConnect.Application.Common;

/// <summary>The person behind the running request; nobody where the schedule acts.</summary>
public sealed class Caller
{
    /// <summary>Who asks; null where nobody does.</summary>
    public Actor? Actor { get; set; }

    /// <summary>The network address that they ask from; null where it is not known.</summary>
    public string? Address { get; set; }
}
