using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Asks LiveKit's RoomService who is in a room. It is Twirp: a POST of JSON to the host that clients connect to.</summary>
internal sealed class TwirpRoster(HttpClient http, IOptions<LiveKitOptions> options, TimeProvider clock) : IRoster
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<SeenInRoom>> ListAsync(RoomName room, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address())
            {
                Content = JsonContent.Create(new { room = room.ToString() }),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(room));
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? RosterReader.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : throw Refused(response.StatusCode, await RefusalAsync(response, cancellationToken));
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RosterUnavailableException("no answer in time", error);
        }
        catch (HttpRequestException error)
        {
            throw new RosterUnavailableException(error.HttpRequestError.ToString(), error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new RoomNotListedException("the answer is not a list of participants", error);
        }
    }

    /// <summary>A token that is refused, and a gateway without LiveKit behind it, are the same for every room.</summary>
    private static Exception Refused(HttpStatusCode status, string why) => status
        is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        ? new RosterUnavailableException(why)
        : new RoomNotListedException(why);

    /// <summary>Twirp's errors are JSON; whoever stands before it, the check of the token above all, answers in plain text.</summary>
    private static async Task<string> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType != MediaTypeNames.Application.Json)
        {
            return $"status {status}";
        }

        using var error = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return error.RootElement.ValueKind is JsonValueKind.Object && error.RootElement.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.String
            ? $"status {status}, {code.GetString()}"
            : $"status {status}";
    }

    private Uri Address()
    {
        var url = new UriBuilder(options.Value.Url);
        url.Scheme = url.Scheme is "wss" or "https" ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        url.Path = $"{url.Path.TrimEnd('/')}/twirp/livekit.RoomService/ListParticipants";
        return url.Uri;
    }

    private string Token(RoomName room)
    {
        var (key, secret) = options.Value.Signer;
        var now = clock.GetUtcNow();
        return LiveKitJwt.Sign(
            new
            {
                iss = key,
                nbf = now.ToUnixTimeSeconds(),
                exp = (now + Lifetime).ToUnixTimeSeconds(),
                video = new { roomAdmin = true, room = room.ToString() },
            },
            secret);
    }
}
