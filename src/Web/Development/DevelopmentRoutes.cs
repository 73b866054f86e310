using System.Security.Claims;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TalkConnect.Application.Common;
using TalkConnect.Application.Users;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.LiveKit;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Development;

/// <summary>
/// What makes the pages usable on a developer's machine: be anybody, and sign events as LiveKit would. These routes are
/// there in Development only, and not at all in any other environment.
/// </summary>
internal static class DevelopmentRoutes
{
    private static readonly (string Id, string Name, string Role, string? ReferredBy)[] People =
    [
        ("demo-ada", "Ada", Role.Admin, null),
        ("demo-eve", "Eve", Role.Admin, null),
        ("demo-rosa", "Rosa", Role.Teacher, null),
        ("demo-tom", "Tom", Role.Teacher, "demo-rosa"),
        ("demo-ana", "Ana", Role.Student, null),
        ("demo-ben", "Ben", Role.Student, null),
        ("demo-cleo", "Cleo", Role.Student, null),
    ];

    public static void MapDevelopmentRoutes(this WebApplication app)
    {
        var isOurOwnAuthority = string.IsNullOrEmpty(app.Configuration["Jwt:Authority"]) && !string.IsNullOrEmpty(app.Configuration["Jwt:SigningKey"]);
        if (!app.Environment.IsDevelopment() || !isOurOwnAuthority)
        {
            return;
        }

        var routes = app.MapGroup("/api/dev").AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("people", ListPeopleAsync);
        routes.MapPost("sign-in", SignInAsync);
        routes.MapPost("signatures", SignAsync);
    }

    /// <summary>The demo people, who are made when they are not there yet, and everybody else.</summary>
    private static async Task ListPeopleAsync(HttpContext context, IMediator mediator)
    {
        var known = (await mediator.Send(new ListUsers(new PageRequest("100", null)))).Items.ToDictionary(user => user.Id.Value, StringComparer.Ordinal);
        foreach (var (id, name, role, referredBy) in People.Where(person => !known.ContainsKey(person.Id)))
        {
            var added = await mediator.Send(new PutUser(id, name, $"{id}@example.org", role, referredBy));
            known[id] = added.User;
        }

        var demo = People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        await WriteAsync(context, known.Values.OrderByDescending(user => demo.Contains(user.Id.Value)).ThenBy(user => user.Role).ThenBy(user => user.Name));
    }

    private static async Task SignInAsync(HttpContext context, IMediator mediator, IConfiguration configuration, TimeProvider clock)
    {
        var id = await IdOfBodyAsync(context.Request);
        if (!EntityIdText.IsValid(id))
        {
            await Problem.WriteAsync(context, 400, "validation_failed", "id must be the id of a person.");
            return;
        }

        var user = await mediator.Send(new GetUser(UserId.From(id!)));
        var expires = clock.GetUtcNow().AddHours(12);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new Claim(CurrentActor.Subject, user.Id.Value), new Claim(CurrentActor.Role, user.Role.Word())]),
            Issuer = configuration["Jwt:Issuer"],
            Audience = configuration["Jwt:Audience"],
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:SigningKey"]!)), SecurityAlgorithms.HmacSha256),
        });
        await WriteAsync(context, new { Token = token, User = user, ExpiresAt = expires });
    }

    private static async Task<string?> IdOfBodyAsync(HttpRequest request)
    {
        try
        {
            return (await request.ReadFromJsonAsync<Dictionary<string, string>>())?.GetValueOrDefault("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The header with which LiveKit would send these bytes.</summary>
    private static async Task SignAsync(HttpContext context, IOptions<LiveKitOptions> liveKit, TimeProvider clock)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await WriteAsync(context, new { Authorization = new WebhookSigner(liveKit, clock).Sign(body.ToArray()) });
    }

    private static Task WriteAsync<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(WireJson.Write(value));
    }
}
