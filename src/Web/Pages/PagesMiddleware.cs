using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace TalkConnect.Web.Pages;

/// <summary>
/// Serves the web pages to browsers at every address that nothing else answers, so that a reload finds its page. What they load comes
/// from here only, and no script stands in the page itself.
/// </summary>
internal sealed class PagesMiddleware(RequestDelegate next, IWebHostEnvironment environment, IConfiguration configuration)
{
    private const string Nonce = "__NONCE__";
    private static readonly string[] NotPages = ["/api", "/openapi", "/docs", "/metrics", "/health", "/_test_url_cache_"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsPage(context))
        {
            await next(context);
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var index = environment.WebRootFileProvider.GetFileInfo("index.html");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        context.Response.Headers[HeaderNames.ContentSecurityPolicy] = Policy(nonce);
        await context.Response.WriteAsync(
            index.Exists ? (await ReadAsync(index)).Replace(Nonce, nonce, StringComparison.Ordinal) : NotBuilt.Replace(Nonce, nonce, StringComparison.Ordinal),
            context.RequestAborted);
    }

    /// <summary>The pages' files: their names change with their contents, so that they can be kept for ever.</summary>
    public static StaticFileOptions Files { get; } = new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
            file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        ContentTypeProvider = new FileExtensionContentTypeProvider(),
    };

    private const string NotBuilt = $$"""
        <!doctype html><html lang="en"><meta charset="utf-8"><title>TalkConnect</title><style nonce="{{Nonce}}">body { font: 1rem/1.5 sans-serif; margin: 3rem auto; max-width: 40rem }</style>
        <h1>TalkConnect is running</h1><p>Its pages are not built. <code>build/run</code> builds them before it starts the server, <code>build/pages</code> builds them alone; they need Node 20.19 or newer.</p>
        <p>The API is described at <a href="/docs">/docs</a>.</p></html>
        """;

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (context.Request.Path == "/" || context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(NotPages, path => context.Request.Path.StartsWithSegments(path))
        && !Path.HasExtension(context.Request.Path.Value);

    private static async Task<string> ReadAsync(Microsoft.Extensions.FileProviders.IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return await reader.ReadToEndAsync();
    }

    private string Policy(string nonce)
    {
        var authority = Uri.TryCreate(configuration["Jwt:Authority"], UriKind.Absolute, out var uri) ? $" {uri.GetLeftPart(UriPartial.Authority)}" : "";
        return $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self'{authority}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
