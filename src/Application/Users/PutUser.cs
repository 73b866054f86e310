using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Users;

/// <summary>Adds a person, or replaces all of them but their money.</summary>
/// <param name="Id">The platform's id of the person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Role">student, teacher or admin.</param>
/// <param name="ReferredBy">Who brought them; null for nobody.</param>
public sealed record PutUser(string Id, string? Name, string? Email, string? Role, string? ReferredBy)
    : ICommand<PutUserAnswer>, IMovesMoney;

/// <summary>The person as they are now.</summary>
/// <param name="User">The person.</param>
/// <param name="Created">Whether they were new.</param>
public sealed record PutUserAnswer(UserView User, bool Created);

/// <summary>What ties a user to their role.</summary>
public interface IRoleUse
{
    /// <summary>Whether the user has a course, an unsettled hold or an open withdrawal.</summary>
    Task<bool> IsInUseAsync(UserId id, CancellationToken cancellationToken);
}

internal sealed class PutUserHandler(IRepository<User> users, IRoleUse roleUse, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<PutUser, PutUserAnswer>
{
    public async Task<PutUserAnswer> Handle(PutUser request, CancellationToken cancellationToken)
    {
        var id = UserId.From(request.Id);
        var role = Words.Parse<UserRole>(request.Role)!.Value;
        var referrer = request.ReferredBy is null ? (UserId?)null : UserId.From(request.ReferredBy);
        if (await users.LockAsync(id, cancellationToken) is not { } user)
        {
            user = User.Register(id, request.Name!, request.Email!, role, referrer, clock.GetUtcNow());
            users.Add(user);
            var added = UserView.Of(user);
            audit.Note(AuditAction.UserAdded, AuditSubject.User, user.Id.Value, after: added);
            return new PutUserAnswer(added, Created: true);
        }

        var before = UserView.Of(user);
        var inUse = role != user.Role && await roleUse.IsInUseAsync(user.Id, cancellationToken);
        user.Replace(request.Name!, request.Email!, role, referrer, inUse);
        var after = UserView.Of(user);
        audit.Note(AuditAction.UserReplaced, AuditSubject.User, user.Id.Value, before, after);
        return new PutUserAnswer(after, Created: false);
    }
}

internal sealed class PutUserValidator : AbstractValidator<PutUser>
{
    public PutUserValidator(IRepository<User> users)
    {
        RuleFor(request => request.Id).Id();
        RuleFor(request => request.Name).Line(User.MaxNameLength);
        RuleFor(request => request.Email)
            .Must(email => email is { Length: <= User.MaxEmailLength } && IsAddress(email))
            .WithMessage($"email must be an e-mail address of at most {User.MaxEmailLength} characters.");
        RuleFor(request => request.Role).Word(default(UserRole));
        RuleFor(request => request.ReferredBy).OptionalId();

        // Users are never deleted: who is there now is there when this is stored.
        RuleFor(request => request.ReferredBy)
            .MustAsync(async (request, referrer, token) => referrer != request.Id && await users.AnyAsync(new UserWithId(UserId.From(referrer!)), token))
            .WithMessage(UserErrors.UnknownReferrer().Message)
            .When(request => EntityIdText.IsValid(request.ReferredBy));
    }

    /// <summary>Only the mail system knows what is an address; this catches what cannot be one.</summary>
    private static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
