using System.Globalization;

namespace TalkConnect.Domain.Common;

/// <summary>An exact sum in the deployment's one currency, with two decimal places.</summary>
/// <remarks>
/// Signed, because a ledger books debits as negative sums; the default value is <see cref="Zero"/>.
/// A balance or sum fits DECIMAL(19,2), a single amount DECIMAL(10,2) (<see cref="MaxAmount"/>), so that no
/// release or refund can ever overflow. Nothing is rounded silently: what does not fit cannot be built.
/// </remarks>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Digits after the point.</summary>
    public const int DecimalPlaces = 2;

    /// <summary>Nothing.</summary>
    public static readonly Money Zero;

    /// <summary>The largest single amount: 99,999,999.99.</summary>
    public static readonly Money MaxAmount = new(99_999_999.99m);

    private const decimal Limit = 99_999_999_999_999_999.99m;

    private Money(decimal value) => Value = value;

    /// <summary>The sum as a number, −99,999,999,999,999,999.99 to 99,999,999,999,999,999.99.</summary>
    public decimal Value { get; }

    /// <summary>Whether this can be a single amount that somebody pays or is paid: 0.01 to 99,999,999.99.</summary>
    public bool IsAmount => this > Zero && this <= MaxAmount;

    /// <summary>The sum with this value.</summary>
    /// <exception cref="DomainException">
    /// More than two decimal places (<c>fraction_of_a_cent</c>) or beyond DECIMAL(19,2) (<c>money_out_of_range</c>).
    /// </exception>
    public static Money Of(decimal value)
    {
        if (decimal.Round(value, DecimalPlaces) != value)
        {
            throw DomainException.Invalid("fraction_of_a_cent", $"{value} has more than {DecimalPlaces} decimal places.");
        }

        if (Math.Abs(value) > Limit)
        {
            throw DomainException.Invalid("money_out_of_range", $"{value} is more than can be stored.");
        }

        return new Money(value);
    }

    /// <summary>That share of this sum, to the cent; half a cent goes away from zero.</summary>
    /// <param name="rate">0 to 1.</param>
    public Money Share(decimal rate) => new(decimal.Round(Value * rate, DecimalPlaces, MidpointRounding.AwayFromZero));

    /// <inheritdoc/>
    public int CompareTo(Money other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Used by the database mapping, so that comparisons and sums are translated to SQL.</summary>
    public static explicit operator decimal(Money money) => money.Value;

    /// <summary>The sum of both.</summary>
    public static Money operator +(Money left, Money right) => Of(left.Value + right.Value);

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => Of(left.Value - right.Value);

    /// <summary>The same sum the other way.</summary>
    public static Money operator -(Money money) => new(-money.Value);

    /// <summary>Less.</summary>
    public static bool operator <(Money left, Money right) => left.Value < right.Value;

    /// <summary>More.</summary>
    public static bool operator >(Money left, Money right) => left.Value > right.Value;

    /// <summary>Not more.</summary>
    public static bool operator <=(Money left, Money right) => left.Value <= right.Value;

    /// <summary>Not less.</summary>
    public static bool operator >=(Money left, Money right) => left.Value >= right.Value;
}
