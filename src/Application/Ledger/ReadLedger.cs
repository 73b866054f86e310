using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Ledger;

/// <summary>A user's ledger, newest line first.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="MustExist">Whether an unknown user is an error (<c>user_not_found</c>) or just has no lines.</param>
/// <param name="Page">Which part of it.</param>
public sealed record ListTransactions(UserId UserId, bool MustExist, PageRequest Page) : IRequest<Page<TransactionView>>, IPagedQuery;

/// <summary>What is on a user's account, and what waits in holds.</summary>
/// <param name="Actor">Whose.</param>
public sealed record GetWallet(Actor Actor) : IRequest<WalletView>;

/// <summary>A wallet.</summary>
/// <param name="CreditBalance">Money to spend or withdraw.</param>
/// <param name="Held">A student's money in escrow; a teacher's money to come.</param>
/// <param name="Currency">The deployment's currency.</param>
public sealed record WalletView(Money CreditBalance, Money Held, string Currency);
