using Microsoft.Net.Http.Headers;

namespace TalkConnect.Web.Doors;

/// <summary>
/// Tells browsers on every answer to do nothing with it that is not needed. A page that needs more sets the header itself:
/// what is there already stays.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next, IHostEnvironment environment)
{
    private static readonly KeyValuePair<string, string>[] Always =
    [
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new(HeaderNames.XFrameOptions, "DENY"),
        new(HeaderNames.ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: what makes a problem out of an exception clears all headers first.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in Always)
        {
            headers.TryAdd(name, value);
        }

        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }

        // On this machine it would keep other servers of a developer from being reached.
        if (context.Request.IsHttps && !environment.IsDevelopment())
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
