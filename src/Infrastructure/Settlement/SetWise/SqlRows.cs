using System.Globalization;
using System.Text;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Settlement.SetWise;

/// <summary>
/// Builds one INSERT of many rows as text: with a parameter for each of some twenty thousand values, the client would be busier than the
/// server. Whatever could end a literal is written as hexadecimal digits, so that no mode of the server reads it otherwise.
/// </summary>
internal sealed class SqlRows
{
    private static readonly System.Buffers.SearchValues<char> Unsafe =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '\'', '\\', '\x7f']);

    private readonly StringBuilder _sql;
    private readonly int _start;

    /// <param name="insert">The statement up to its values.</param>
    /// <param name="rows">About how many rows there will be.</param>
    public SqlRows(string insert, int rows)
    {
        _sql = new StringBuilder(insert, 256 + (rows * 512)).Append(" VALUES ");
        _start = _sql.Length;
    }

    public SqlRows Row()
    {
        _sql.Append(_sql.Length == _start ? "(" : "),\n(");
        return this;
    }

    /// <summary>An id or a word: it has no character that would have to be escaped.</summary>
    public SqlRows Word(string word)
    {
        Next().Append('\'').Append(word).Append('\'');
        return this;
    }

    public SqlRows Text(string? text)
    {
        if (text is null)
        {
            Next().Append("NULL");
        }
        else if (text.AsSpan().ContainsAny(Unsafe))
        {
            Next().Append("_utf8mb4 0x").Append(Convert.ToHexString(Encoding.UTF8.GetBytes(text)));
        }
        else
        {
            Next().Append('\'').Append(text).Append('\'');
        }

        return this;
    }

    public SqlRows Number(int number)
    {
        Next().Append(CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    public SqlRows Number(decimal? number)
    {
        if (number is { } value)
        {
            Next().Append(CultureInfo.InvariantCulture, $"{value}");
        }
        else
        {
            Next().Append("NULL");
        }

        return this;
    }

    public SqlRows Money(Money money) => Number(money.Value);

    public SqlRows Time(DateTimeOffset? time)
    {
        if (time is { } value)
        {
            Next().Append(CultureInfo.InvariantCulture, $"'{value.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}'");
        }
        else
        {
            Next().Append("NULL");
        }

        return this;
    }

    public override string ToString() => _sql.ToString() + ')';

    private StringBuilder Next() => _sql[^1] is '(' ? _sql : _sql.Append(',');
}
