using System.Reflection;
using NetArchTest.Rules;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Architecture.Tests;

/// <summary>The four layers, and what a layer may know.</summary>
internal static class Layers
{
    public static readonly Assembly Domain = typeof(AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(IUnitOfWork).Assembly;
    public static readonly Assembly Infrastructure = typeof(TalkConnectDbContext).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    /// <summary>The types of a layer that know something they should not.</summary>
    public static IReadOnlyCollection<string> TypesThatKnow(Assembly layer, string outside) =>
        Types.InAssembly(layer).ShouldNot().HaveDependencyOn(outside).GetResult().FailingTypeNames?.ToList() ?? [];

    /// <summary>The features of a layer: the namespaces right below it.</summary>
    public static IReadOnlySet<string> FeaturesOf(Assembly layer)
    {
        var root = $"{layer.GetName().Name}.";
        return layer.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith(root, StringComparison.Ordinal))
            .Select(name => name[root.Length..].Split('.')[0])
            .ToHashSet();
    }
}
