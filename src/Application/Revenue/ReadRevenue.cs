using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Revenue;

/// <summary>What a teacher earned in a period, and what there is now.</summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Period">Which time.</param>
public sealed record GetRevenueSummary(UserId TeacherId, RevenuePeriod Period) : IRequest<RevenueSummary>, IRevenueQuery;

/// <summary>What a teacher earned over time.</summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Interval">day, week or month; null for day.</param>
/// <param name="Period">Which time.</param>
public sealed record GetRevenueSeries(UserId TeacherId, string? Interval, RevenuePeriod Period) : IRequest<RevenueSeries>, IRevenueQuery;

/// <summary>What a teacher earned with each course.</summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Period">Which time.</param>
public sealed record GetRevenueByCourse(UserId TeacherId, RevenuePeriod Period) : IRequest<RevenueByCourse>, IRevenueQuery;

/// <summary>A teacher's lines, newest first.</summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Period">Which time.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListRevenueLines(UserId TeacherId, RevenuePeriod Period, PageRequest Page)
    : IRequest<Page<RevenueLine>>, IRevenueQuery, IPagedQuery;

/// <summary>All lines of a teacher, newest first, one by one as the database hands them out.</summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Period">Which time.</param>
public sealed record ExportRevenueLines(UserId TeacherId, RevenuePeriod Period) : IRequest<IAsyncEnumerable<RevenueLine>>, IRevenueQuery;

internal sealed class GetRevenueSeriesValidator : AbstractValidator<GetRevenueSeries>
{
    public GetRevenueSeriesValidator() => RuleFor(request => request.Interval).OptionalWord(default(RevenueInterval));
}
