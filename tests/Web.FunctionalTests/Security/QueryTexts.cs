using System.Buffers.Text;
using System.Text;
using CsCheck;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>What callers write into queries: values that are nearly right, and anything at all.</summary>
public static class QueryTexts
{
    private static readonly string[] Known =
    [
        "", " ", "0", "1", "50", "100", "101", "-1", "+1", "1.0", "1e1", "٣", "99999999999999999999", "2026-03-02", "2026-02-30", "0000-00-00", "0001-01-01", "1899-12-31", "1900-01-01",
        "2199-12-31", "2200-01-01", "9999-12-31", "10000-01-01", "-2026-03-02", "2026-03-02T12:00:00Z", "2026-03-02T12:00:00", "2026-03-02T12:00:00+07:00", "2026-03-02T12:00:00 07:00",
        "2026-03-02T12:00:00.123456789Z", "2026-03-02T24:00:00Z", "2026-03-02T23:59:60Z", "2026-03-02T12:00+14:00", "2026-03-02T12:00-15:00", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00", "1900-01-01T00:00:00+14:00", "2199-12-31T23:59:59-14:00", "2026-03", "2026-13", "1900-01", "2199-12", "UTC", "Asia/Ho_Chi_Minh", "America/New_York",
        "Asia/Kathmandu", "Pacific/Apia", "Africa/Monrovia", "UTC+25", "UTC+18", "UTC-18:00", "utc", "Etc/GMT+12", "../UTC", "day", "week", "month", "Day", "year", "scheduled", "in_progress",
        "completed", "held", "needs_review", "true", "false", "True", "2", "user", "user_added", "tc2", "tc2~ListSessions~0~", "dGMyfkxpc3RTZXNzaW9uc34wfg", "dGMyfkxpc3RTZXNzaW9uc34wfmE", "null", "undefined", "NaN", "%", "'", "\0", "\r\n", "🎓",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String[Gen.Char, 0, 40],
        Gen.String[Gen.Char[' ', '~'], 0, 60],
        Gen.String[Gen.OneOf("0123456789-:TZ+. ".ToCharArray()), 0, 30],
        Gen.String[Gen.OneOf("/abcdefghijklmnopqrstuvwxyzUTC+_".ToCharArray()), 0, 30]);

    /// <summary>The cursor of some place, right or nearly so.</summary>
    private static readonly Gen<string> Cursors = Gen.Select(
        Gen.OneOf("tc2~ListSessions", "tc2~ListSessions", "tc2~ListSessions", "tc2~ListUsers", "tc1", "", "tc2~tc2"),
        Gen.OneOf(Gen.Long.Select(number => $"{number}"), Gen.OneOf("0", "3155378975999999999", "3155378976000000000", "9223372036854775808", " 1", "1.0", "-0", "x")),
        Gen.String[Gen.Char, 0, 45],
        (version, position, id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{version}~{position}~{id}")));

    /// <summary>A text, of which a character may be another one.</summary>
    public static Gen<string> All { get; } = Gen.Select(
        Gen.Frequency((4, Gen.OneOf(Known)), (2, Cursors), (3, Anything)),
        Gen.Int[0, 3],
        Gen.Int[0, 1000],
        Gen.Char,
        (text, change, where, character) => text.Length == 0 ? text : change switch
        {
            0 => $"{text[..(where % text.Length)]}{character}{text[((where % text.Length) + 1)..]}",
            1 => text[..(where % text.Length)],
            _ => text,
        });
}
