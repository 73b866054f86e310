using System.Buffers;
using System.Globalization;
using System.Text;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Persistence.SetWise;

/// <summary>
/// Builds one INSERT of many rows as text: with a parameter for each of some twenty thousand values, the client would be busier than the
/// server. Whatever could end a literal is written as hexadecimal digits, so that no mode of the server reads it otherwise.
/// </summary>
internal sealed class SqlRows : IDisposable
{
    private static readonly SearchValues<char> Unsafe =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '\'', '\\', '\x7f']);

    // Megabytes, again and again: rented, because the collector would have to look for them.
    private char[] _text = ArrayPool<char>.Shared.Rent(1 << 18);
    private int _length;
    private bool _isFirstRow = true;
    private bool _isFirstValue;

    /// <param name="insert">The statement up to its values.</param>
    public SqlRows(string insert)
    {
        Append(insert);
        Append(" VALUES ");
    }

    /// <summary>Any text as a literal; ids too, which the platform makes as it likes.</summary>
    public static string Literal(string text) => text.AsSpan().ContainsAny(Unsafe)
        ? $"{(Ascii.IsValid(text) ? "_ascii" : "_utf8mb4")} 0x{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}"
        : $"'{text}'";

    public SqlRows Row()
    {
        Append(_isFirstRow ? "(" : "),\n(");
        _isFirstRow = false;
        _isFirstValue = true;
        return this;
    }

    public SqlRows Text(string? text)
    {
        if (text is null)
        {
            return Null();
        }

        Next();
        if (text.AsSpan().ContainsAny(Unsafe))
        {
            Append(Literal(text));
            return this;
        }

        Append("'");
        Append(text);
        Append("'");
        return this;
    }

    public SqlRows Number(int number) => Formatted(number);

    public SqlRows Number(decimal? number) => number is { } value ? Formatted(value) : Null();

    public SqlRows Money(Money money) => Formatted(money.Value);

    public SqlRows Time(DateTimeOffset? time)
    {
        if (time is not { } value)
        {
            return Null();
        }

        Next();
        Append("'");
        Append(value.UtcDateTime, "yyyy-MM-dd HH:mm:ss.ffffff");
        Append("'");
        return this;
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_text);

    public override string ToString() => string.Concat(_text.AsSpan(0, _length), ")");

    private SqlRows Null()
    {
        Next();
        Append("NULL");
        return this;
    }

    private SqlRows Formatted<T>(T value)
        where T : ISpanFormattable
    {
        Next();
        Append(value, default);
        return this;
    }

    private void Next()
    {
        if (!_isFirstValue)
        {
            Append(",");
        }

        _isFirstValue = false;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    private void Append<T>(T value, ReadOnlySpan<char> format)
        where T : ISpanFormattable
    {
        value.TryFormat(Room(64), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    private Span<char> Room(int length)
    {
        if (_text.Length - _length < length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + length));
            _text.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_text);
            _text = larger;
        }

        return _text.AsSpan(_length);
    }
}
