using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Users;

/// <summary>One person. Throws <c>user_not_found</c>.</summary>
/// <param name="Id">The person.</param>
public sealed record GetUser(UserId Id) : IRequest<UserView>;

/// <summary>All people, newest first.</summary>
/// <param name="Page">Which part of the list.</param>
public sealed record ListUsers(PageRequest Page) : IRequest<Page<UserView>>, IPagedQuery;
