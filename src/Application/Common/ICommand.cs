using MediatR;

namespace TalkConnect.Application.Common;

/// <summary>A use case that changes something: it runs in one transaction, which is tried again as a whole when it loses a race.</summary>
/// <typeparam name="TAnswer">What the caller is told.</typeparam>
public interface ICommand<out TAnswer> : IRequest<TAnswer>;

/// <summary>A use case that moves money, or says who may and what part of it is whose: an admin who asks for it must still be one.</summary>
public interface IMovesMoney;

/// <summary>A use case that moves money and may be sent again under a key without happening again.</summary>
/// <typeparam name="TAnswer">What the caller is told, the first time and every other.</typeparam>
public interface IIdempotentCommand<out TAnswer> : ICommand<TAnswer>, IMovesMoney
{
    /// <summary>The caller's key; null when they gave none.</summary>
    IdempotencyKey? IdempotencyKey { get; }
}

/// <summary>A question whether somebody may do something with a thing, asked before the request's body is looked at.</summary>
public interface IAccessCheck : IRequest;
