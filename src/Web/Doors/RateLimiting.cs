namespace TalkConnect.Web.Doors;

/// <summary>Puts the rate limits into the pipeline.</summary>
internal static class RateLimiting
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var limits = RateLimits.From(builder.Configuration);
        builder.Services.AddSingleton(limits);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = MoneyLimits.Of(limits);
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) => new ValueTask(
                RateLimits.RefuseAsync(rejected.HttpContext, rejected.Lease, "You or your address sent too many requests that move money."));
        });
    }

    /// <summary>Before anybody looks at tokens.</summary>
    public static void LimitFailedSignIns(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RateLimits>().Enabled)
        {
            app.UseMiddleware<FailedSignIns>();
        }
    }

    /// <summary>After it is known who asks, and before anything is looked up or taken.</summary>
    public static void LimitMoney(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RateLimits>().Enabled)
        {
            app.UseRateLimiter();
        }
    }
}
