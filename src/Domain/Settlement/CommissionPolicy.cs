using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>What share of a release the platform keeps.</summary>
public sealed record CommissionPolicy
{
    /// <summary>A commission policy.</summary>
    /// <param name="referredRate">From a teacher whom somebody referred, 0 to 1 (<c>Commission:ReferredRate</c>).</param>
    /// <param name="standardRate">From any other teacher, 0 to 1 (<c>Commission:StandardRate</c>).</param>
    /// <exception cref="DomainException">A rate is not 0 to 1 (<c>invalid_rate</c>).</exception>
    public CommissionPolicy(decimal referredRate, decimal standardRate)
    {
        ReferredRate = Check(referredRate);
        StandardRate = Check(standardRate);
    }

    /// <summary>The share of a referred teacher's releases, 0 to 1.</summary>
    public decimal ReferredRate { get; }

    /// <summary>The share of any other teacher's releases, 0 to 1.</summary>
    public decimal StandardRate { get; }

    /// <summary>The commission on a release to that teacher, as they stand now.</summary>
    public Commission On(Money gross, User teacher) => On(gross, teacher.ReferredBy is not null);

    /// <summary>The commission on a release to a teacher who was referred, or was not.</summary>
    internal Commission On(Money gross, bool referred) => referred
        ? Commission.Of(Commission.OfReferred, ReferredRate, gross)
        : Commission.Of("standard", StandardRate, gross);

    private static decimal Check(decimal rate) => rate is >= 0 and <= 1 && decimal.Round(rate, 4) == rate
        ? rate
        : throw DomainException.Invalid("invalid_rate", $"A commission rate is 0 to 1 with at most four places, not {rate}.");
}
