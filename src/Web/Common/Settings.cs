using System.Globalization;
using System.Xml;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.LiveKit;

namespace TalkConnect.Web.Common;

/// <summary>Reads the rules of money and attendance from configuration; a value that cannot be stops the start.</summary>
internal static class Settings
{
    public static void AddRules(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var services = builder.Services;
        var threshold = AttendanceThreshold.Of(Number(configuration, "Attendance:ThresholdPercent", 20m));

        var timing = new SessionTiming(
            Minutes(configuration, "Sessions:CompletionGraceMinutes", 15), Time(configuration, "Settlement:HoldPeriod", TimeSpan.Zero));

        services.AddSingleton(new AttendanceRules(threshold, Minutes(configuration, "Attendance:LateAfterMinutes", 10)));
        services.AddSingleton(timing);
        services.AddSingleton(new SettlementRules(
            SettlementPolicy.Named(configuration["Settlement:Policy"] ?? SettlementPolicy.SeedV1.Name),
            threshold,
            new CommissionPolicy(
                Number(configuration, "Commission:ReferredRate", 0.30m), Number(configuration, "Commission:StandardRate", 0m)),
            timing));
        services.AddSingleton(new SettlementPace(
            configuration.Whole("Settlement:BatchSize", 200, 1, 5000), configuration.Whole("Settlement:Workers", 1, 1, 16)));
        services.AddSingleton(new WebhookBacklog(configuration.Whole("LiveKit:Backlog", 5000, 1, 100_000)));
        services.AddSingleton(new WithdrawalRules(
            Money.Of(Number(configuration, "Withdrawals:MinimumAmount", 10m)),
            configuration.Whole("Withdrawals:MaximumOpen", 3, 0, int.MaxValue),
            configuration["Withdrawals:FourEyesAbove"] is { Length: > 0 } ? Money.Of(Number(configuration, "Withdrawals:FourEyesAbove", 0m)) : null));
        services.AddSingleton(new Currency(CurrencyCode(configuration)));
    }

    public static void AddLiveKit(this WebApplicationBuilder builder)
    {
        var hasKey = builder.Configuration.GetSection("LiveKit:Keys").GetChildren().Any(key => !string.IsNullOrEmpty(key.Value));
        if (!hasKey && builder.Environment.IsDevelopment())
        {
            // The key of LiveKit's own development server. In appsettings.Development.json it would count beside the keys that a deployment sets.
            builder.Services.PostConfigure<LiveKitOptions>(liveKit => liveKit.Keys["devkey"] = "secret");
        }
        else if (!hasKey)
        {
            throw new InvalidOperationException("Set LiveKit:Keys:{apiKey} to its secret: without one no webhook can be checked.");
        }

        if (!Uri.TryCreate(builder.Configuration["LiveKit:Url"], UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss" or "http" or "https"))
        {
            throw new InvalidOperationException("Set LiveKit:Url to the server that clients connect to, such as wss://video.example.org.");
        }
    }

    private static decimal Number(ConfigurationManager configuration, string name, decimal otherwise) => configuration[name] is not { Length: > 0 } text
        ? otherwise
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"{name} is '{text}'. It must be a number that is not negative.");

    private static string CurrencyCode(ConfigurationManager configuration) => configuration["Money:Currency"] is not { Length: > 0 } text
        ? "USD"
        : text.Length == 3 && text.All(char.IsAsciiLetterUpper)
            ? text
            : throw new InvalidOperationException($"Money:Currency is '{text}'. It must be a code of ISO 4217, such as USD.");

    private static TimeSpan Minutes(ConfigurationManager configuration, string name, int otherwise) =>
        TimeSpan.FromMinutes(configuration.Whole(name, otherwise, 0, 7 * 24 * 60));

    private static TimeSpan Time(ConfigurationManager configuration, string name, TimeSpan otherwise)
    {
        if (configuration[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        try
        {
            var time = text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
            return time >= TimeSpan.Zero ? time : throw new FormatException();
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new InvalidOperationException($"{name} is '{text}'. It must be a time such as 3.00:00:00 or P3D for three days.");
        }
    }
}
