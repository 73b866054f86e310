using MediatR;
using TalkConnect.Application.Common;

namespace TalkConnect.Application.Settlement;

/// <summary>Past runs, newest first.</summary>
/// <param name="Page">Which part of the list.</param>
public sealed record ListSettlements(PageRequest Page) : IRequest<Page<SettlementRunView>>, IPagedQuery;
