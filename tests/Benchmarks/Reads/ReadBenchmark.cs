using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TalkConnect.Benchmarks.Settlement;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Reads;

/// <summary>What a teacher's wallet and revenue summary cost, beside a minimal API with one ADO.NET read; and revenue at scale.</summary>
internal sealed class ReadBenchmark(BenchDatabase database, ServerProcess server, IPEndPoint ado, int requests, int rounds, bool atScale)
{
    private const int Connections = 32;
    private const int Lines = 200_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await DueHolds.AddAsync(database, "read", 20_000);
        await RawSettlement.RunAsync(database.ConnectionString);

        var (wallets, summaries) = (Ours("/api/me/wallet"), Ours("/api/revenue/summary"));
        var (adoWallets, adoSummaries) = (Theirs("wallet"), Theirs("summary"));
        var measured = new List<(double Wallet, double Summary, double AdoWallet, double AdoSummary)>();
        for (var round = -3; round < rounds; round++)
        {
            var found = (
                await Load.PerSecondAsync(server.Address, wallets), await Load.PerSecondAsync(server.Address, summaries),
                await Load.PerSecondAsync(ado, adoWallets), await Load.PerSecondAsync(ado, adoSummaries));
            if (round >= 0)
            {
                measured.Add(found);
            }
        }

        // The time of as many wallets as summaries.
        static double Both(double wallet, double summary) => 2 / ((1 / wallet) + (1 / summary));
        return
        [
            Figure.Of("reads_vs_ado", [.. measured.Select(round => Both(round.Wallet, round.Summary) / Both(round.AdoWallet, round.AdoSummary))], "ratio", 0.6, 0.8),
            Figure.Of("wallet_vs_ado", [.. measured.Select(round => round.Wallet / round.AdoWallet)], "ratio"),
            Figure.Of("summary_vs_ado", [.. measured.Select(round => round.Summary / round.AdoSummary)], "ratio"),
            Figure.Of("wallet_per_second", [.. measured.Select(round => round.Wallet)], "1/s"),
            Figure.Of("summary_per_second", [.. measured.Select(round => round.Summary)], "1/s"),
            .. atScale ? await AtScaleAsync() : [],
        ];
    }

    private async Task<IReadOnlyList<Figure>> AtScaleAsync()
    {
        await DueHolds.AddAsync(database, "many", Lines);
        await database.RunAsync("UPDATE payment_holds SET teacher_id = 'many-teacher' WHERE id LIKE 'many-%'; UPDATE course_sessions SET teacher_id = 'many-teacher' WHERE id LIKE 'many-%'; INSERT INTO users (id, name, email, role, credit_balance, last_sequence, created_at, version) VALUES ('many-teacher', 'A teacher', 'a@b', 'teacher', 0, 0, NOW(6), 0)");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{server.Address}"), Timeout = TimeSpan.FromMinutes(10) };

        var before = server.Memory;
        var settling = await PeakAsync(async () => await SendAsync(http, HttpMethod.Post, "/api/admin/settlements/run", Token("an-admin", "admin")));
        var summaries = new List<double>();
        var files = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await SendAsync(http, HttpMethod.Get, "/api/revenue/summary", Token("many-teacher", "teacher"));
            summaries.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var streaming = await PeakAsync(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                var bytes = await SendAsync(http, HttpMethod.Get, "/api/revenue/export.csv", Token("many-teacher", "teacher"));
                files.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (bytes < Lines * 100L)
                {
                    throw new InvalidOperationException($"A file of {bytes} bytes cannot hold {Lines} lines.");
                }
            }
        });

        return
        [
            Figure.Of("summary_of_200000_lines_ms", summaries, "ms"),
            Figure.Of("csv_of_200000_lines_ms", files, "ms"),
            Figure.Of("memory_before_mib", [before], "MiB"),
            Figure.Of("memory_peak_settling_200000_mib", [settling], "MiB"),
            Figure.Of("memory_peak_streaming_csv_mib", [streaming], "MiB"),
        ];
    }

    private static async Task<long> SendAsync(HttpClient http, HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
        {
            bytes += read;
        }

        return bytes;
    }

    private async Task<double> PeakAsync(Func<Task> work)
    {
        var peak = 0.0;
        var running = work();
        while (!running.IsCompleted)
        {
            peak = Math.Max(peak, server.Memory);
            await Task.WhenAny(running, Task.Delay(100));
        }

        await running;
        return peak;
    }

    private List<IReadOnlyList<byte[]>> Ours(string path) => Shares(teacher =>
        Load.Request("GET", path, $"Bearer {Token(TeacherId(teacher), "teacher")}", []));

    private List<IReadOnlyList<byte[]>> Theirs(string path) => Shares(teacher => Load.Request("GET", $"/{path}/{TeacherId(teacher)}", "none", []));

    private List<IReadOnlyList<byte[]>> Shares(Func<int, byte[]> request)
    {
        var all = Enumerable.Range(0, DueHolds.Teachers).Select(request).ToList();
        return [.. Enumerable.Range(0, Connections).Select(connection =>
            (IReadOnlyList<byte[]>)[.. Enumerable.Range(0, requests / Connections).Select(index => all[(connection + (index * Connections)) % all.Count])])];
    }

    private static string TeacherId(int number) => $"read-t-{number.ToString(CultureInfo.InvariantCulture).PadLeft(29, '0')}";

    private static string Token(string user, string role)
    {
        static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
        var signed = $"{Encode(Encoding.UTF8.GetBytes("""{"alg":"HS256","typ":"JWT"}"""))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(new { sub = user, role, exp = 4102444800 }))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ServerProcess.SigningKey), Encoding.ASCII.GetBytes(signed)))}";
    }
}
