namespace TalkConnect.Application.Settlement;

/// <summary>On one server, runs by hand that have a key take turns.</summary>
internal sealed class KeyedRuns : IDisposable
{
    /// <summary>Whose turn it is.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <inheritdoc/>
    public void Dispose() => Turn.Dispose();
}
