using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TalkConnect.Web.OpenApi;

/// <summary>Says what the whole is, in an order that does not depend on how the endpoints were found.</summary>
internal sealed class DocumentDescriber : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "TalkConnect",
            Version = "1",
            Description = "Holds a student's payment until the session is over, then pays the teacher or refunds the student, "
                + "by attendance. Every error is a problem with a stable code; the descriptions of the error answers list the codes.",
        };

        // The address that somebody asked at says nothing, and would make every copy of the document another.
        document.Servers = [new OpenApiServer { Url = "/" }];

        SecuritySchemes.AddTo(document);
        var operations = document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>());
        document.Tags = operations
            .SelectMany(operation => operation.Tags ?? Enumerable.Empty<OpenApiTagReference>())
            .Select(tag => tag.Reference.Id!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name })
            .ToHashSet();

        document.Paths = Ordered(document.Paths);
        return Task.CompletedTask;
    }

    private static OpenApiPaths Ordered(OpenApiPaths paths)
    {
        var ordered = new OpenApiPaths();
        foreach (var (route, path) in paths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            ((OpenApiPathItem)path).Operations = path.Operations?
                .OrderBy(pair => pair.Key.Method, StringComparer.Ordinal)
                .ToDictionary();
            ordered.Add(route, path);
        }

        return ordered;
    }
}
