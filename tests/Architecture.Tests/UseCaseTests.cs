using System.Reflection;
using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;

namespace TalkConnect.Architecture.Tests;

public sealed class UseCaseTests
{
    private static readonly Type[] Requests =
        [.. Layers.Application.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsRequest))];

    private static readonly Type[] Handlers =
        [.. new[] { Layers.Application, Layers.Infrastructure }.SelectMany(layer => layer.GetTypes()).Where(IsHandler)];

    [Fact]
    public void A_handler_is_sealed_and_nobody_else_can_see_it() =>
        Handlers.Where(type => !type.IsSealed || type.IsPublic).ShouldBeEmpty();

    [Fact]
    public void Every_request_has_one_handler_with_its_name()
    {
        var handlers = Handlers.Select(type => type.Name).ToList();

        Requests.Select(request => $"{request.Name}Handler").ShouldAllBe(name => handlers.Count(handler => handler == name) == 1);
    }

    [Fact]
    public void A_use_case_that_changes_something_lives_in_the_application() =>
        Handlers.Where(type => type.Assembly == Layers.Infrastructure && HandledRequest(type).GetInterfaces().Any(IsCommand)).ShouldBeEmpty();

    [Fact]
    public void An_endpoint_maps_and_sends_and_touches_no_repository() => Layers.Web.GetTypes()
        .Where(type => typeof(IEndpoint).IsAssignableFrom(type))
        .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        .SelectMany(constructor => constructor.GetParameters())
        .Where(parameter => parameter.ParameterType.Namespace?.StartsWith("TalkConnect.Infrastructure", StringComparison.Ordinal) == true
            || (parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == typeof(IRepository<>)))
        .ShouldBeEmpty();

    /// <summary>A rule that cannot fail guards nothing: there must be something to look at.</summary>
    [Fact]
    public void These_rules_have_something_to_look_at()
    {
        Requests.Length.ShouldBeGreaterThan(20);
        Handlers.Count(type => HandledRequest(type).GetInterfaces().Any(IsCommand)).ShouldBeGreaterThan(8);
        Layers.Web.GetTypes().Count(type => typeof(IEndpoint).IsAssignableFrom(type)).ShouldBeGreaterThan(20);
    }

    private static bool IsRequest(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>);

    private static bool IsCommand(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Application.Common.ICommand<>);

    private static bool IsHandler(Type type) => !type.IsAbstract && type.GetInterfaces().Any(IsHandlerInterface);

    private static bool IsHandlerInterface(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);

    private static Type HandledRequest(Type handler) => handler.GetInterfaces().First(IsHandlerInterface).GetGenericArguments()[0];
}
