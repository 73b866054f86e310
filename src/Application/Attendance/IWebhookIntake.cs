namespace TalkConnect.Application.Attendance;

/// <summary>
/// Takes verified webhooks. Those that come at the same time share a transaction, in the order in which they came, and each is answered after
/// its commit.
/// </summary>
public interface IWebhookIntake
{
    /// <summary>Hears an event.</summary>
    /// <exception cref="WebhookBacklogFullException">Too many wait already; LiveKit sends it again.</exception>
    Task<WebhookAnswer> HearAsync(LiveKitEvent told);
}

/// <summary>More webhooks wait than may.</summary>
public sealed class WebhookBacklogFullException() : Exception("Too many events wait to be stored.");
