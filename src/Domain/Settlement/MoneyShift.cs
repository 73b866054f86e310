using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>What each side would have more (positive) or less (negative); together nothing, because no cent is made or lost.</summary>
/// <param name="Student">The students.</param>
/// <param name="Teacher">The teachers, after the commission.</param>
/// <param name="Platform">The platform.</param>
public sealed record MoneyShift(Money Student, Money Teacher, Money Platform)
{
    /// <summary>Everybody has what they had.</summary>
    public static readonly MoneyShift None = new(Money.Zero, Money.Zero, Money.Zero);

    /// <summary>Both together.</summary>
    public static MoneyShift operator +(MoneyShift left, MoneyShift right) =>
        new(left.Student + right.Student, left.Teacher + right.Teacher, left.Platform + right.Platform);

    /// <summary>The shift when the teacher's part of a hold is another one: what the teacher does not get, the student does.</summary>
    internal static MoneyShift Between(Commission before, Commission after) =>
        new(before.Gross - after.Gross, after.Net - before.Net, after.Fee - before.Fee);
}
