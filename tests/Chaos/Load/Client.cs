using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TalkConnect.Chaos.Load;

/// <summary>
/// A client that does not give up: what was not answered is asked again, with the same key, until it is. So whatever broke
/// on the way, each thing it did must be there once.
/// </summary>
/// <param name="server">Where the server is now.</param>
/// <param name="tally">What became of the requests.</param>
internal sealed class Client(Func<HttpClient> server, Tally tally)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Asks until there is an answer, which must be one of these.</summary>
    public async Task<Answer> Post(string path, object? body, Person asking, string key, params int[] expected)
    {
        var json = body is null ? null : JsonSerializer.Serialize(body);
        return await Until(expected, path, () => Send(HttpMethod.Post, path, json, asking.Token, key));
    }

    public Task<Answer> Put(string path, object body, Person asking) =>
        Until([200, 201], path, () => Send(HttpMethod.Put, path, JsonSerializer.Serialize(body), asking.Token, null));

    public Task<Answer> Get(string path, Person asking) => Until([200], path, () => Send(HttpMethod.Get, path, null, asking.Token, null));

    /// <summary>Tells an event as LiveKit would, except that it does not give up after five attempts.</summary>
    public Task<Answer> Tell(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return Until([200], LiveKitServer.Path, () => new LiveKitServer(new Api(server), TimeProvider.System).Sends(
            bytes, new LiveKitServer(new Api(server), TimeProvider.System).Authorize(bytes)));
    }

    private async Task<Answer> Until(int[] expected, string path, Func<Task<Answer>> ask)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                var answer = await ask();
                tally.Answered(answer.Status);
                if (expected.Contains(answer.Status))
                {
                    return answer;
                }

                if (answer.Status is not (409 or 429 or 503))
                {
                    tally.Violation($"{path.Split('/')[^1]} {answer.Status}", $"{path} was answered {answer.Status}: {answer.Text}");
                }

                if (answer.Status is 409 && answer.Code is not ("in_progress" or "concurrent_change"))
                {
                    tally.Violation($"{path.Split('/')[^1]} {answer.Code}", $"{path} was refused: {answer.Text}");
                    return answer;
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException or ObjectDisposedException)
            {
                tally.Broken();
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                tally.Violation("patience", $"{path} had no answer in {Patience}");
                throw new TimeoutException($"{path} had no answer in {Patience}.");
            }

            await Task.Delay(Random.Shared.Next(20, 100));
        }
    }

    private async Task<Answer> Send(HttpMethod method, string path, string? json, string token, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var response = await server().SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }
}
