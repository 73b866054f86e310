using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Application.Revenue;
using TalkConnect.Application.Settlement;
using TalkConnect.Application.Withdrawals;

namespace TalkConnect.Application;

/// <summary>Registers the use cases.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the mediator, the handlers of this layer and the pipeline around them.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        // Messages name a field as the wire does.
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) =>
            member is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);

        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddHandlersFrom(typeof(DependencyInjection));
        services.Scan(scan => scan.FromAssembliesOf(typeof(DependencyInjection))
            .AddClasses(
                classes => classes.AssignableTo(typeof(IValidator<>)).Where(type => !type.IsGenericType), publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime());
        services.AddScoped(typeof(IValidator<>), typeof(PagedQueryValidator<>));
        services.AddScoped(typeof(IValidator<>), typeof(RevenueQueryValidator<>));

        // In this order: refuse what is malformed, open the transaction, ask whether an admin still is one, look the key up.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(StoredRoleBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));

        services.AddScoped<RegisterLoader>();
        services.AddScoped<RunGuard>();
        services.AddScoped<BadHolds>();
        services.AddScoped<Dismissal>();
        services.AddScoped<SettleBatch>();
        services.AddScoped<SettlementWorkers>();
        services.AddScoped<SettlementRunLog>();
        services.AddSingleton<KeyedRuns>();
        services.AddScoped<WithdrawalDesk>();
        services.AddScoped<RemainingLots>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<Caller>();
        services.AddScoped<InputErrors>();
        services.AddScoped<Replay>();
        return services;
    }

    /// <summary>Adds all handlers of the assembly that a type is in.</summary>
    public static IServiceCollection AddHandlersFrom(this IServiceCollection services, Type inAssembly) =>
        services.Scan(scan => scan.FromAssembliesOf(inAssembly)
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime());
}
