using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalkConnect.Benchmarks.Support;

/// <summary>Sends requests that were made before over connections that stay open: on two processors a comfortable client would be half of what is measured.</summary>
internal static class Load
{
    /// <param name="address">Where to.</param>
    /// <param name="shares">The requests of each connection, as bytes.</param>
    /// <returns>Answers per second. Anything but 200 ends the measurement.</returns>
    public static async Task<double> PerSecondAsync(IPEndPoint address, IReadOnlyList<IReadOnlyList<byte[]>> shares)
    {
        var sockets = new List<Socket>();
        foreach (var _ in shares)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address);
            sockets.Add(socket);
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(shares.Select((requests, index) => Task.Run(() => SendAsync(sockets[index], requests))));
        var took = Stopwatch.GetElapsedTime(started);
        sockets.ForEach(socket => socket.Dispose());
        return shares.Sum(requests => requests.Count) / took.TotalSeconds;
    }

    public static byte[] Request(string method, string path, string authorization, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {authorization}\r\n")),
        .. Encoding.ASCII.GetBytes(body.Length == 0
            ? "\r\n"
            : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/webhook+json\r\nContent-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];

    private static async Task SendAsync(Socket socket, IReadOnlyList<byte[]> requests)
    {
        var buffer = new byte[64 * 1024];
        foreach (var request in requests)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
        }
    }

    private static async Task<bool> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        for (var length = 0; ;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += read;
            if (read == 0 || IsWhole(buffer.AsSpan(0, length)))
            {
                return read > 0 && buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8)
                    ? true
                    : throw new InvalidOperationException($"The server answered: {Encoding.UTF8.GetString(buffer, 0, length)}");
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var mark = answer[..head].IndexOf("Content-Length: "u8);
        if (mark < 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var digits = answer[(mark + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        var length = int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
        return answer.Length >= head + 4 + length;
    }
}
