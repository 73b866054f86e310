using System.Buffers.Text;
using System.Security.Cryptography;
using Scalar.AspNetCore;
using TalkConnect.Application.Common;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.OpenApi;

/// <summary>
/// <c>/openapi/v1.json</c> describes every route, <c>/docs</c> shows it to people. Both are open to anyone and can be
/// closed: <c>OpenApi:Enabled</c>, <c>Docs:Enabled</c>.
/// </summary>
internal static class ApiDescription
{
    private const string DocumentRoute = "/openapi/v1.json";

    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        // The schemas are read off these options: without them enums are numbers, and numbers may be text.
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Apply(options.SerializerOptions));
        builder.Services.AddOpenApi(options =>
        {
            options.AddSchemaTransformer<SchemaDescriber>();
            options.AddOperationTransformer<OperationDescriber>();
            options.AddDocumentTransformer<DocumentDescriber>();
        });
    }

    public static void MapApiDescription(this WebApplication app)
    {
        if (!app.Configuration.Flag("OpenApi:Enabled", true))
        {
            return;
        }

        app.MapOpenApi(DocumentRoute).AllowAnonymous();
        if (app.Configuration.Flag("Docs:Enabled", true))
        {
            app.MapScalarApiReference("/docs", (options, context) =>
            {
                options.Title = "TalkConnect";
                options.OpenApiRoutePattern = DocumentRoute;

                // No font, proxy, statistics or assistant of somebody else's: the page asks this server only.
                options.DefaultFonts = false;
                options.ProxyUrl = null;
                options.Telemetry = false;
                options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
                options.DisableAgent();
                options.DisableMcp();
                AllowScripts(options, context);
            }).AllowAnonymous();
        }
    }

    /// <summary>The page has one script in itself. It runs under a name that only this answer knows; others do not run.</summary>
    private static void AllowScripts(ScalarOptions options, HttpContext context)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        options.WithNonce(nonce);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
