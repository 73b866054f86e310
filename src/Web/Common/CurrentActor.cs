using System.Security.Claims;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Web.Common;

/// <summary>Reads who asks out of a token that was validated.</summary>
internal static class CurrentActor
{
    public const string Subject = "sub";
    public const string Role = "role";

    /// <summary>
    /// Whether the token says who it is for, in the form of our ids, and in which role: in one only, because doors open to any of several
    /// while what is asked behind them knows one. A role that is none of ours opens no door of a role.
    /// </summary>
    public static bool IsComplete(ClaimsPrincipal principal) =>
        principal.FindAll(Subject).ToList() is [var subject] && EntityIdText.IsValid(subject.Value) && principal.FindAll(Role).Count() == 1;

    public static Actor Actor(this ClaimsPrincipal principal) => new(
        UserId.From(principal.FindFirstValue(Subject)!),
        Words.Parse<UserRole>(principal.FindFirstValue(Role)) ?? UserRole.Student);
}

/// <summary>The roles that a token can claim.</summary>
internal static class Role
{
    public const string Student = "student";
    public const string Teacher = "teacher";
    public const string Admin = "admin";
}
