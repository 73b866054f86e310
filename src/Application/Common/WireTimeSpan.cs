using System.Xml;

namespace TalkConnect.Application.Common;

/// <summary>Lengths of time on the wire are ISO 8601 durations: P3D.</summary>
internal static class WireTimeSpan
{
    /// <summary>The length that a text stands for; null when it stands for none or for a negative one.</summary>
    public static TimeSpan? TryRead(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text) is var time && time >= TimeSpan.Zero ? time : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The text for a length.</summary>
    public static string Write(TimeSpan time) => XmlConvert.ToString(time);
}
