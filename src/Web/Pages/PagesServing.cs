using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace TalkConnect.Web.Pages;

/// <summary>Serves what build/pages has made. Only files are compressed: an answer with somebody's data could be guessed by its length.</summary>
internal static class PagesServing
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/javascript", "text/css", "image/svg+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/assets"), assets => assets.UseResponseCompression());
        app.UseStaticFiles(PagesMiddleware.Files);
        app.UseMiddleware<PagesMiddleware>();
    }
}
