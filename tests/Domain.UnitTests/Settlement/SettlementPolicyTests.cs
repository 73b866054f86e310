using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class SettlementPolicyTests
{
    [Theory]
    [InlineData(false, false, SettlementOutcome.Refunded, SettlementReason.AttendanceBelowThreshold)]
    [InlineData(false, true, SettlementOutcome.Refunded, SettlementReason.AttendanceBelowThreshold)]
    [InlineData(true, false, SettlementOutcome.Released, SettlementReason.Attended)]
    [InlineData(true, true, SettlementOutcome.Released, SettlementReason.Attended)]
    public void Seed_v1_looks_at_the_student_alone(bool student, bool teacher, SettlementOutcome outcome, SettlementReason reason) =>
        SettlementPolicy.Named("seed-v1").Decide(student, teacher).ShouldBe((outcome, reason));

    [Theory]
    [InlineData(false, false, SettlementOutcome.Refunded, SettlementReason.TeacherAbsent)]
    [InlineData(true, false, SettlementOutcome.Refunded, SettlementReason.TeacherAbsent)]
    [InlineData(false, true, SettlementOutcome.Released, SettlementReason.TeacherWaited)]
    [InlineData(true, true, SettlementOutcome.Released, SettlementReason.Attended)]
    public void Fair_v2_looks_at_both(bool student, bool teacher, SettlementOutcome outcome, SettlementReason reason) =>
        SettlementPolicy.Named("fair-v2").Decide(student, teacher).ShouldBe((outcome, reason));

    [Theory]
    [InlineData("seed-v1", 1)]
    [InlineData("fair-v2", 2)]
    public void Has_a_name_and_a_version(string name, int version)
    {
        var policy = SettlementPolicy.Named(name);

        policy.Name.ShouldBe(name);
        policy.Version.ShouldBe(version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Seed-V1")]
    [InlineData("fair-v3")]
    public void Must_be_a_known_one(string name) =>
        Should.Throw<DomainException>(() => SettlementPolicy.Named(name)).Code.ShouldBe("unknown_policy");
}
