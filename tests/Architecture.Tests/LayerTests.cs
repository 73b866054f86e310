using System.Reflection;

namespace TalkConnect.Architecture.Tests;

public sealed class LayerTests
{
    [Fact]
    public void The_domain_references_the_base_class_library_only() =>
        OutsideOfTheBaseClassLibrary(Layers.Domain).ShouldBeEmpty();

    [Theory]
    [InlineData("TalkConnect.Infrastructure")]
    [InlineData("TalkConnect.Web")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("MySqlConnector")]
    [InlineData("Quartz")]
    [InlineData("FastEndpoints")]
    public void The_application_knows_nothing_of(string outside) => Layers.TypesThatKnow(Layers.Application, outside).ShouldBeEmpty();

    [Theory]
    [InlineData("TalkConnect.Web")]
    [InlineData("FastEndpoints")]
    [InlineData("Quartz")]
    public void The_infrastructure_knows_nothing_of(string outside) => Layers.TypesThatKnow(Layers.Infrastructure, outside).ShouldBeEmpty();

    [Theory]
    [InlineData("MySqlConnector")]
    [InlineData("Microsoft.Data.Sqlite")]
    public void The_web_knows_no_database_driver(string driver) => Layers.TypesThatKnow(Layers.Web, driver).ShouldBeEmpty();

    [Fact]
    public void A_feature_has_the_same_name_in_every_layer()
    {
        var domain = Layers.FeaturesOf(Layers.Domain);
        string[] rooms = ["Attendance", "Audit", "Courses", "Ledger", "Purchases", "Settlement", "Users", "Withdrawals"];
        string[] reports = ["Revenue"];

        domain.ShouldBeSubsetOf([.. rooms, "Common"]);
        Layers.FeaturesOf(Layers.Application).ShouldBeSubsetOf([.. rooms, .. reports, "Common"]);
        Layers.FeaturesOf(Layers.Infrastructure).ShouldBeSubsetOf([.. rooms, .. reports, "LiveKit", "Persistence"]);
        Layers.FeaturesOf(Layers.Web).ShouldBeSubsetOf([.. rooms, .. reports, "Common", "Development", "Doors", "Health", "Observability", "OpenApi", "Pages"]);
        rooms.ShouldBeSubsetOf(domain);
    }

    /// <summary>A rule that cannot fail guards nothing: these are known to be broken, so they must be seen.</summary>
    [Fact]
    public void These_rules_can_fail()
    {
        OutsideOfTheBaseClassLibrary(Layers.Application).ShouldContain("MediatR");
        Layers.TypesThatKnow(Layers.Application, "MediatR").ShouldNotBeEmpty();
        Layers.TypesThatKnow(Layers.Infrastructure, "Microsoft.EntityFrameworkCore").ShouldNotBeEmpty();
        Layers.TypesThatKnow(Layers.Web, "FastEndpoints").ShouldNotBeEmpty();
        Layers.FeaturesOf(Layers.Infrastructure).ShouldContain("LiveKit");
    }

    private static IEnumerable<string> OutsideOfTheBaseClassLibrary(Assembly layer) => layer.GetReferencedAssemblies()
        .Select(assembly => assembly.Name!)
        .Where(name => !name.StartsWith("System", StringComparison.Ordinal));
}
