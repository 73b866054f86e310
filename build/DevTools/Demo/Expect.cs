namespace TalkConnect.DevTools.Demo;

internal static class Expect
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ToolException(otherwise);
        }
    }
}
