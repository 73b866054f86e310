using System.Net.Sockets;
using System.Text;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Sends bytes that no client library would, and reads what comes back until the server closes.</summary>
public static class RawHttp
{
    /// <param name="server">Where to.</param>
    /// <param name="request">The request, one byte for each character; lines end as they are written here.</param>
    /// <returns>The whole answer; empty when the server only closed.</returns>
    public static async Task<RawAnswer> SendAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Closed by the server before it had read everything: what it said before is the answer.
        }

        return RawAnswer.Read(Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>A request without a body, after which the server closes.</summary>
    public static Task<RawAnswer> GetAsync(Uri server, string target, Person? asking = null, params string[] headers) =>
        SendAsync(server, $"GET {target} HTTP/1.1\r\n{Head(server, asking, headers)}\r\n");

    /// <summary>A JSON body, after which the server closes.</summary>
    public static Task<RawAnswer> PostAsync(Uri server, string target, string json, Person? asking, params string[] headers) => SendAsync(
        server, $"POST {target} HTTP/1.1\r\n{Head(server, asking, headers)}Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");

    private static string Head(Uri server, Person? asking, string[] headers)
    {
        var authorization = asking is null ? "" : $"Authorization: Bearer {asking.Token}\r\n";
        return $"Host: {server.Authority}\r\nConnection: close\r\n{authorization}{string.Concat(headers.Select(header => $"{header}\r\n"))}";
    }
}

/// <summary>What came back, as it was on the wire.</summary>
/// <param name="Status">The status; 0 when nothing came.</param>
/// <param name="Head">The status line and the headers.</param>
/// <param name="Body">The rest.</param>
public sealed record RawAnswer(int Status, string Head, string Body)
{
    public static RawAnswer Read(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0
            ? new RawAnswer(0, "", text)
            : new RawAnswer(int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text[..end], text[(end + 4)..]);
    }

    /// <summary>Was refused: in our format, or, when it was no HTTP, by the server with a bare 400.</summary>
    public void MustBeRefused()
    {
        Status.ShouldBeInRange(400, 499, $"{Head}\n{Body}");
        if (!Head.Contains("Content-Length: 0", StringComparison.OrdinalIgnoreCase))
        {
            Head.ShouldContain("application/problem+json");
        }
    }
}
