using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Runs that were stopped, newest first.</summary>
/// <param name="Page">Which part of the list.</param>
public sealed record ListPauses(PageRequest Page) : IRequest<Page<SettlementPauseView>>, IPagedQuery;

/// <summary>One stopped run, with what it would have done in sum. Throws <c>pause_not_found</c>.</summary>
/// <param name="Id">The pause.</param>
public sealed record GetPause(SettlementPauseId Id) : IRequest<SettlementPauseDetail>;

/// <summary>What a stopped run would have done, hold by hold.</summary>
/// <param name="Id">The pause.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListForeseenDecisions(SettlementPauseId Id, PageRequest Page) : IRequest<Page<ForeseenDecisionView>>, IPagedQuery;
