namespace TalkConnect.DevTools.Demo;

internal sealed record Person(string Id, string Name, string Role)
{
    public string Token { get; } = UserToken.For(Id, Role, TimeSpan.FromHours(12));
}
