using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MySqlConnector;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>
/// Stands between the server and its database, and cuts connections at a COMMIT: before the database heard it, or after it
/// was done and before the answer comes back. The one who asked cannot tell which.
/// </summary>
internal sealed class CommitProxy : IDisposable
{
    private const byte Query = 0x03;
    private const byte Failed = 0xFF;
    private const byte MoreResults = 0x08;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) _database;
    private readonly Func<string, CommitCut> _choose;
    private int _before;
    private int _after;

    /// <param name="connectionString">The database.</param>
    /// <param name="choose">What becomes of a commit and the statements that go along with it; it is asked from many threads.</param>
    public CommitProxy(string connectionString, Func<string, CommitCut> choose)
    {
        var database = new MySqlConnectionStringBuilder(connectionString);
        (_database, _choose) = ((database.Server, (int)database.Port), choose);
        _listener.Start();
        ConnectionString = new MySqlConnectionStringBuilder(connectionString) { Port = (uint)((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();
        _ = AcceptAsync();
    }

    /// <summary>The database, through here.</summary>
    public string ConnectionString { get; }

    public int CutBefore => _before;

    public int CutAfter => _after;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The end.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        {
            using var database = new TcpClient();
            try
            {
                await database.ConnectAsync(_database.Host, _database.Port);
                client.NoDelay = database.NoDelay = true;
                var connection = new Carried(client.GetStream(), database.GetStream());
                await Task.WhenAny(AskAsync(connection), AnswerAsync(connection));
            }
            catch (Exception broken) when (broken is IOException or SocketException)
            {
                // Both ends close.
            }
        }
    }

    private async Task AskAsync(Carried connection)
    {
        var head = new byte[4];
        while (true)
        {
            await connection.Client.ReadExactlyAsync(head);
            var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(head) & 0xFFFFFF];
            await connection.Client.ReadExactlyAsync(body);
            switch (Commit(body) is { } statements ? _choose(statements) : CommitCut.Not)
            {
                case CommitCut.Before:
                    Interlocked.Increment(ref _before);
                    return;
                case CommitCut.After:
                    connection.LosesTheAnswer = true;
                    break;
            }

            await connection.Database.WriteAsync((byte[])[.. head, .. body]);
        }
    }

    private async Task AnswerAsync(Carried connection)
    {
        var buffer = new byte[64 * 1024];
        var lost = new List<byte>();
        while (await connection.Database.ReadAsync(buffer) is var length and > 0)
        {
            if (!connection.LosesTheAnswer)
            {
                await connection.Client.WriteAsync(buffer.AsMemory(0, length));
                continue;
            }

            lost.AddRange(buffer.AsSpan(0, length));
            if (IsWhole([.. lost]))
            {
                Interlocked.Increment(ref _after);
                return;
            }
        }
    }

    /// <summary>The statements that end with a commit; null when these do not.</summary>
    private static string? Commit(byte[] body)
    {
        var statements = body is [Query, ..] ? Encoding.UTF8.GetString(body.AsSpan(1)).TrimEnd(' ', ';', '\0') : "";
        return statements.EndsWith("COMMIT", StringComparison.OrdinalIgnoreCase) ? statements : null;
    }

    /// <summary>Whether the database has answered to all statements: each but the last announces more, and an error is the end.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        while (answer.Length >= 4)
        {
            var packet = answer[4..];
            var length = BinaryPrimitives.ReadInt32LittleEndian(answer) & 0xFFFFFF;
            if (packet.Length < length)
            {
                return false;
            }

            if (packet[0] == Failed || !AnnouncesMore(packet[1..length]))
            {
                return true;
            }

            answer = packet[length..];
        }

        return false;
    }

    /// <summary>Of a success: after two numbers, as long as their first byte says, comes the state.</summary>
    private static bool AnnouncesMore(ReadOnlySpan<byte> success)
    {
        for (var number = 0; number < 2; number++)
        {
            success = success[(success[0] switch { 0xFC => 3, 0xFD => 4, 0xFE => 9, _ => 1 })..];
        }

        return (success[0] & MoreResults) != 0;
    }

    private sealed class Carried(NetworkStream client, NetworkStream database)
    {
        public NetworkStream Client => client;

        public NetworkStream Database => database;

        public volatile bool LosesTheAnswer;
    }
}

/// <summary>What becomes of a commit.</summary>
internal enum CommitCut
{
    /// <summary>It is done and answered.</summary>
    Not,

    /// <summary>The database does not hear it.</summary>
    Before,

    /// <summary>It is done, and nobody hears that it is.</summary>
    After,
}
