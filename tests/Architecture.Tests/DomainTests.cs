using System.Reflection;
using System.Runtime.CompilerServices;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Architecture.Tests;

public sealed class DomainTests
{
    private static readonly Type[] Aggregates =
        [.. Layers.Domain.GetTypes().Where(type => type.IsSubclassOf(typeof(AggregateRoot))), typeof(Transaction), typeof(Receipt), typeof(SettlementRun)];

    [Fact]
    public void Nothing_of_an_aggregate_can_be_set_from_outside() => Aggregates.SelectMany(SettableFromOutside).ShouldBeEmpty();

    [Fact]
    public void An_aggregate_is_made_by_a_method_with_a_name_of_the_domain() =>
        Aggregates.Where(HasPublicConstructor).ShouldBeEmpty();

    [Fact]
    public void An_aggregate_is_sealed() => Aggregates.ShouldAllBe(type => type.IsSealed);

    [Fact]
    public void No_floating_point_is_near_money() =>
        Layers.Domain.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(float))
            .ShouldBeEmpty();

    /// <summary>A rule that cannot fail guards nothing: this type is made to break them.</summary>
    [Fact]
    public void These_rules_can_fail()
    {
        SettableFromOutside(typeof(Careless)).ShouldBe(["Careless.Balance"]);
        HasPublicConstructor(typeof(Careless)).ShouldBeTrue();
        Aggregates.Length.ShouldBeGreaterThan(8);
    }

    private static IEnumerable<string> SettableFromOutside(Type type) => type.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
        .Select(property => $"{type.Name}.{property.Name}");

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool HasPublicConstructor(Type type) => type.GetConstructors().Length > 0;

    private sealed class Careless : AggregateRoot
    {
        public Money Balance { get; set; }
    }
}
