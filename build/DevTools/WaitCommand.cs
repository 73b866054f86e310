using System.Diagnostics;

namespace TalkConnect.DevTools;

internal static class WaitCommand
{
    public const string Usage = """
        Waits until an address answers with success.

        Usage: wait URL [--seconds N]

          --seconds   gives up after so long, 60 unless told
        """;

    private const double SecondsInADay = 86_400;

    public static async Task<int> Run(string[] args)
    {
        var given = new Arguments(args, ["--seconds"]);
        var url = DevelopmentServer.BaseAddress(given.Words("URL")[0]).AbsoluteUri.TrimEnd('/');
        var limit = TimeSpan.FromSeconds(given.Number("--seconds", fallback: 60, max: SecondsInADay));

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var clock = Stopwatch.StartNew();
        for (var answer = await Ask(http, url); answer != "ready"; answer = await Ask(http, url))
        {
            if (clock.Elapsed > limit)
            {
                throw new ToolException($"{url} is not ready after {limit.TotalSeconds:0} s: {answer}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return 0;
    }

    private static async Task<string> Ask(HttpClient http, string url)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(url));
            return response.IsSuccessStatusCode ? "ready" : $"it answers {(int)response.StatusCode}";
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
        {
            return failed.Message;
        }
    }
}
