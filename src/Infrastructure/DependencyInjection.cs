using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Application.Ledger;
using TalkConnect.Application.Settlement;
using TalkConnect.Application.Users;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.Ledger;
using TalkConnect.Infrastructure.LiveKit;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Settlement;
using TalkConnect.Infrastructure.Users;
using TalkConnect.Infrastructure.Withdrawals;

namespace TalkConnect.Infrastructure;

/// <summary>Registers what is outside: the database and LiveKit.</summary>
public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase(configuration);
        services.AddHandlersFrom(typeof(DependencyInjection));
        services.AddScoped<Ids>();
        services.AddScoped<IIds>(provider => provider.GetRequiredService<Ids>());
        services.AddSingleton<WriteTrial>();
        services.AddScoped<DatabaseSession>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<UnitOfWork>());
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();

        services.AddScoped<IRoleUse, RoleUse>();
        services.AddScoped<IDeposits, Deposits>();
        services.AddSingleton<WebhookIntake>();
        services.AddSingleton<IWebhookIntake>(provider => provider.GetRequiredService<WebhookIntake>());
        services.AddHostedService(provider => provider.GetRequiredService<WebhookIntake>());
        services.AddScoped<ListeningLog>();
        services.AddScoped<IListeningLog>(provider => provider.GetRequiredService<ListeningLog>());
        services.AddScoped<IAttendanceHistory, AttendanceHistory>();
        services.AddScoped<SettlementCases>();
        services.AddScoped<ISettlementCases>(provider => provider.GetRequiredService<SettlementCases>());
        services.AddScoped<ISettlementBacklog, SettlementBacklog>();
        services.AddScoped<SessionDossiers>();
        services.AddScoped<ISettlementPauses, SettlementPauses>();

        services.AddScoped<IReserves, WithdrawalLedger>();
        services.AddScoped<ILotHistory, LotHistory>();
        services.AddScoped<IWithdrawalLines, WithdrawalLines>();
        services.AddScoped<BankDataResealer>();
        services.AddSingleton<IBankVault, BankVault>();

        services.Configure<LiveKitOptions>(configuration.GetSection("LiveKit"));
        services.PostConfigure<LiveKitOptions>(liveKit => liveKit.DropEmptyKeys());
        services.AddLiveKitWebhooks();
        services.AddSingleton<IRoomTokens, RoomTokens>();
        services.AddScoped<IRunningRooms, RunningRooms>();
        services.AddHttpClient<IRoster, TwirpRoster>(http => http.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        return services;
    }

    /// <summary>What verifies and reads LiveKit's webhooks.</summary>
    public static IServiceCollection AddLiveKitWebhooks(this IServiceCollection services) =>
        services.AddSingleton<ILiveKitWebhooks, LiveKitWebhooks>();
}
