using Scalar.AspNetCore;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.OpenApi;

internal static class OpenApi
{
    public static void AddDescription(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Apply(options.SerializerOptions));
        builder.Services.AddOpenApi(options => { });
    }

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/docs", options => { options.DefaultFonts = false; options.ProxyUrl = null; options.Telemetry = false; }).AllowAnonymous();
    }
}
