using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TalkConnect.Web.Common;

/// <summary>Bearer tokens: signed by an OIDC authority, or with a key that we share with the platform (<c>Jwt:*</c>).</summary>
internal static class Authentication
{
    private const int ShortestKey = 32;
    private static readonly JsonDocumentOptions OnceOnly = new() { AllowDuplicateProperties = false };
    private static readonly string[] AsymmetricAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    public static void AddTokens(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Jwt");
        var authority = settings["Authority"];
        var key = settings["SigningKey"];
        var issuer = settings["Issuer"];
        var audience = settings["Audience"];

        if (string.IsNullOrEmpty(authority) && string.IsNullOrEmpty(key))
        {
            throw new InvalidOperationException("Set Jwt:Authority (with Jwt:Audience) or Jwt:SigningKey: without one of them no token can be checked.");
        }

        if (string.IsNullOrEmpty(authority) && Encoding.UTF8.GetByteCount(key!) < ShortestKey)
        {
            throw new InvalidOperationException($"Jwt:SigningKey is too short: it needs at least {ShortestKey} bytes.");
        }

        if (!string.IsNullOrEmpty(authority) && string.IsNullOrEmpty(audience))
        {
            throw new InvalidOperationException("Jwt:Authority needs Jwt:Audience: otherwise tokens for other services would be accepted.");
        }

        if (!string.IsNullOrEmpty(authority)
            && !(Uri.TryCreate(authority, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && builder.Environment.IsDevelopment()))))
        {
            throw new InvalidOperationException($"Jwt:Authority is '{authority}'. It must be an https address, such as https://login.example.org.");
        }

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                NameClaimType = CurrentActor.Subject,
                RoleClaimType = CurrentActor.Role,
                RequireExpirationTime = true,
                ClockSkew = TimeSpan.FromSeconds(30),
                ValidateAudience = !string.IsNullOrEmpty(audience),
                ValidAudience = audience,
            };

            if (string.IsNullOrEmpty(authority))
            {
                options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key!));
                options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
                options.TokenValidationParameters.ValidateIssuer = !string.IsNullOrEmpty(issuer);
                options.TokenValidationParameters.ValidIssuer = issuer;
            }
            else
            {
                options.Authority = authority;
                options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
                options.TokenValidationParameters.ValidAlgorithms = AsymmetricAlgorithms;
            }

            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    if (!CurrentActor.IsComplete(context.Principal!) || IsAmbiguous((JsonWebToken)context.SecurityToken))
                    {
                        context.Fail("The token must have exactly one sub, which is an id, and exactly one role.");
                    }

                    return Task.CompletedTask;
                },
            };
        });
        builder.Services.AddAuthorization();
    }

    /// <summary>Whether a claim is written twice: of those the library keeps the last, and others may have read the first.</summary>
    private static bool IsAmbiguous(JsonWebToken token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.EncodedPayload), OnceOnly);
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
