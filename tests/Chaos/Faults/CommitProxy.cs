using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MySqlConnector;
using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos.Faults;

/// <summary>
/// Stands between the server and its database, and cuts connections at a COMMIT: before the database heard it, or after it
/// was done and before the answer comes back. The one who asked cannot tell which.
/// </summary>
internal sealed class CommitProxy : IDisposable
{
    private const byte Query = 0x03;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) _database;
    private readonly Fate _fate;
    private readonly double _share;
    private int _before;
    private int _after;

    /// <param name="connectionString">The database.</param>
    /// <param name="fate">Decides which commits are cut.</param>
    /// <param name="share">How many of them.</param>
    public CommitProxy(string connectionString, Fate fate, double share)
    {
        var database = new MySqlConnectionStringBuilder(connectionString);
        (_database, _fate, _share) = ((database.Server, (int)database.Port), fate, share);
        _listener.Start();
        ConnectionString = new MySqlConnectionStringBuilder(connectionString) { Port = (uint)((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();
        _ = AcceptAsync();
    }

    /// <summary>The database, through here.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether commits are cut now.</summary>
    public bool IsCutting { get; set; }

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
            switch (IsCommit(body) ? Choose() : Cut.Not)
            {
                case Cut.Before:
                    Interlocked.Increment(ref _before);
                    return;
                case Cut.After:
                    connection.LosesTheAnswer = true;
                    break;
            }

            await connection.Database.WriteAsync((byte[])[.. head, .. body]);
        }
    }

    private async Task AnswerAsync(Carried connection)
    {
        var buffer = new byte[64 * 1024];
        while (await connection.Database.ReadAsync(buffer) is var length and > 0)
        {
            if (connection.LosesTheAnswer)
            {
                Interlocked.Increment(ref _after);
                return;
            }

            await connection.Client.WriteAsync(buffer.AsMemory(0, length));
        }
    }

    private static bool IsCommit(byte[] body) =>
        body is [Query, ..] && Encoding.UTF8.GetString(body.AsSpan(1)).Trim(' ', ';', '\0').Equals("COMMIT", StringComparison.OrdinalIgnoreCase);

    private Cut Choose()
    {
        lock (_fate)
        {
            return !IsCutting || !_fate.Happens(_share) ? Cut.Not : _fate.Happens(0.5) ? Cut.Before : Cut.After;
        }
    }

    private enum Cut
    {
        Not,
        Before,
        After,
    }

    private sealed class Carried(NetworkStream client, NetworkStream database)
    {
        public NetworkStream Client => client;

        public NetworkStream Database => database;

        public volatile bool LosesTheAnswer;
    }
}
