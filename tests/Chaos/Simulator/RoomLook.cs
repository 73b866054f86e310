namespace TalkConnect.Chaos.Simulator;

internal static class RoomLook
{
    public static Task SendAsync(TalkConnectApp node) => Task.CompletedTask;
}
