using Microsoft.Net.Http.Headers;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Doors;

/// <summary>Lets pages of the origins in <c>Cors:Origins</c> call the API; without any it is closed to pages of others.</summary>
internal static class CrossOrigin
{
    private const string Setting = "Cors:Origins";

    public static void AddCrossOrigin(this WebApplicationBuilder builder)
    {
        var origins = builder.Configuration.List(Setting).Select(Origin).ToArray();
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, IdempotencyHeader.Name)
            .WithExposedHeaders(IdempotencyHeader.Replayed, HeaderNames.RetryAfter, HeaderNames.ContentDisposition)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
    }

    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Configuration.List(Setting).Count > 0)
        {
            app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseCors());
        }
    }

    private static string Origin(string text)
    {
        if (text == "*")
        {
            throw new InvalidOperationException($"{Setting} has '*'. Name each origin whose pages may call the API; there is no 'all of them'.");
        }

        // Compared as text with what browsers send, so it must be written as they write it.
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text && text.All(char.IsAscii)
                ? text
                : throw new InvalidOperationException(
                    $"{Setting} has '{text}'. Write an origin as browsers do, such as https://app.example.org: scheme, host and port, nothing after it.");
    }
}
