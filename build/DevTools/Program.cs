using TalkConnect.DevTools;
using TalkConnect.DevTools.Demo;
using TalkConnect.DevTools.LiveKit;

const string Usage = """
    Tools for developing TalkConnect.

      token USER ROLE        prints a bearer token
      livekit-event EVENT    sends a signed LiveKit webhook
      demo                   plays two lessons against a running server and explains the result
      wait URL               waits until an address answers

    Each of them explains itself with --help.
    """;

var rest = args.Skip(1).ToArray();
var (usage, run) = args.FirstOrDefault() switch
{
    "token" => (TokenCommand.Usage, () => TokenCommand.Run(rest)),
    "livekit-event" => (LiveKitEventCommand.Usage, () => LiveKitEventCommand.Run(rest)),
    "demo" => (DemoCommand.Usage, () => DemoCommand.Run(rest)),
    "wait" => (WaitCommand.Usage, () => WaitCommand.Run(rest)),
    "--help" or "-h" => (Usage, () => throw new UsageException("")),
    null => (Usage, () => throw new UsageException("A command is missing.")),
    var other => (Usage, (Func<Task<int>>)(() => throw new UsageException($"There is no command '{other}'."))),
};

if (args.Any(argument => argument is "--help" or "-h"))
{
    Console.WriteLine(usage);
    return 0;
}

try
{
    return await run();
}
catch (UsageException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{usage}");
    return 2;
}
catch (ToolException failed)
{
    await Console.Error.WriteLineAsync(failed.Message);
    return 1;
}
catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
{
    await Console.Error.WriteLineAsync($"No answer from the server: {failed.Message} Is it running? build/run starts it.");
    return 1;
}
