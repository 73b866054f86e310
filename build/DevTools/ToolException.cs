namespace TalkConnect.DevTools;

/// <summary>The work could not be done; the message says why, and the program ends with 1.</summary>
internal sealed class ToolException(string message) : Exception(message);

/// <summary>The command line is wrong; the message says where, the usage follows, and the program ends with 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
