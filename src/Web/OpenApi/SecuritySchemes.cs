using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using TalkConnect.Web.Attendance;

namespace TalkConnect.Web.OpenApi;

/// <summary>How a caller says who they are.</summary>
internal static class SecuritySchemes
{
    private const string Bearer = "bearer";
    private const string LiveKit = "livekit";

    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "sub is the user's id, role is student, teacher or admin; exp is needed.",
        });

        // A parameter cannot say this: OpenAPI ignores header parameters with the name Authorization.
        document.AddComponent<IOpenApiSecurityScheme>(LiveKit, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "Authorization",
            Description = "LiveKit's signature: a JWT signed with one of its API keys, with the body's SHA-256 in the claim sha256.",
        });
    }

    public static bool IsOpen(IList<object> marks) => marks.OfType<IAllowAnonymous>().Any();

    public static IEnumerable<OpenApiSecurityRequirement> For(IList<object> marks, OpenApiDocument? document)
    {
        var scheme = marks.OfType<SignedByLiveKit>().Any() ? LiveKit : IsOpen(marks) ? null : Bearer;
        if (scheme is not null)
        {
            yield return new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
        }
    }
}
