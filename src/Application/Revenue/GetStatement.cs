using FluentValidation;
using MediatR;
using NodaTime.Text;
using TalkConnect.Application.Ledger;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Revenue;

/// <summary>A month of a teacher's ledger: what there was, what moved, what there is.</summary>
/// <param name="TeacherId">Whose.</param>
/// <param name="Month">The month: 2026-03.</param>
/// <param name="TimeZone">The IANA name of the zone that the month is of; null for UTC.</param>
public sealed record GetStatement(UserId TeacherId, string Month, string? TimeZone) : IRequest<Statement>
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.Iso;

    /// <summary>The month's first moment, once validated.</summary>
    public DateTimeOffset Begin => StartOf(0);

    /// <summary>The first moment of the next month, once validated.</summary>
    public DateTimeOffset End => StartOf(1);

    internal static bool IsMonth(string? text) => text is not null && Pattern.Parse(text) is { Success: true, Value.Year: >= 1900 and < 2200 };

    private DateTimeOffset StartOf(int later) => RevenuePeriod.FindZone(TimeZone)!
        .AtStartOfDay(Pattern.Parse(Month).Value.PlusMonths(later).OnDayOfMonth(1)).ToInstant().ToDateTimeOffset();
}

/// <summary>A month of a ledger.</summary>
/// <param name="Month">The month.</param>
/// <param name="TimeZone">The zone that it is of.</param>
/// <param name="Currency">The deployment's currency.</param>
/// <param name="OpeningBalance">The balance before its first line.</param>
/// <param name="ClosingBalance">The balance after its last line; opening balance and lines add up to it.</param>
/// <param name="Totals">What its lines add up to, by what they are for.</param>
/// <param name="Lines">Its lines, the oldest first.</param>
public sealed record Statement(
    string Month,
    string TimeZone,
    string Currency,
    Money OpeningBalance,
    Money ClosingBalance,
    IReadOnlyList<StatementTotal> Totals,
    IReadOnlyList<TransactionView> Lines);

/// <summary>What the lines of one type add up to.</summary>
/// <param name="Type">What they are for.</param>
/// <param name="Amount">Their sum.</param>
public sealed record StatementTotal(TransactionType Type, Money Amount);

internal sealed class GetStatementValidator : AbstractValidator<GetStatement>
{
    public GetStatementValidator()
    {
        RuleFor(request => request.Month).Must(GetStatement.IsMonth).WithMessage("month must be a month such as 2026-03, of the years 1900 to 2199.");
        RuleFor(request => request.TimeZone)
            .Must(name => RevenuePeriod.FindZone(name) is not null)
            .WithMessage("time_zone must be the IANA name of a time zone, such as Asia/Ho_Chi_Minh.");
    }
}
