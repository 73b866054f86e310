namespace TalkConnect.Domain.Users;

/// <summary>What a person is on the platform.</summary>
public enum UserRole
{
    /// <summary>Buys places in sessions.</summary>
    Student,

    /// <summary>Gives sessions and is paid for them.</summary>
    Teacher,

    /// <summary>Runs the platform.</summary>
    Admin,
}
