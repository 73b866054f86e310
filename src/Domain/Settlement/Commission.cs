using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>How a released amount is split: <see cref="Gross"/> = <see cref="Fee"/> + <see cref="Net"/>, always.</summary>
public sealed record Commission
{
    /// <summary>How the fee is rounded, as receipts write it.</summary>
    public const string Rounding = "half_away_from_zero";

    /// <summary>Nothing was released.</summary>
    public static readonly Commission None = new() { Rule = "none" };

    internal const string OfReferred = "referred";

    private Commission()
    {
    }

    /// <summary>The rule that gave the rate: <c>referred</c>, <c>standard</c> or <c>none</c>.</summary>
    public string Rule { get; private init; } = "";

    /// <summary>Whether it was taken from a referred teacher.</summary>
    public bool IsOfReferred => Rule == OfReferred;

    /// <summary>The platform's share, 0 to 1.</summary>
    public decimal Rate { get; private init; }

    /// <summary>What the teacher gets before the commission: the price, or of a split their part.</summary>
    public Money Gross { get; private init; }

    /// <summary>What the platform keeps.</summary>
    public Money Fee { get; private init; }

    /// <summary>What the teacher keeps.</summary>
    public Money Net { get; private init; }

    /// <summary>Splits an amount. The fee is rounded once; the net is what is left, so no cent is made or lost.</summary>
    internal static Commission Of(string rule, decimal rate, Money gross)
    {
        var fee = gross.Share(rate);
        return new Commission { Rule = rule, Rate = rate, Gross = gross, Fee = fee, Net = gross - fee };
    }
}
