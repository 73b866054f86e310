using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FluentValidation;

namespace TalkConnect.Application.Common;

/// <summary>Which part of a list is wanted, as the caller wrote it.</summary>
/// <param name="Limit">1 to <see cref="MaxLimit"/>; null for <see cref="DefaultLimit"/>.</param>
/// <param name="Cursor">Where the last page ended; null for the first page.</param>
public sealed record PageRequest(string? Limit, string? Cursor)
{
    /// <summary>The longest page.</summary>
    public const int MaxLimit = 100;

    /// <summary>The length of a page when nobody says otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>How many items are wanted, once validated.</summary>
    public int Count => Limit is null ? DefaultLimit : int.Parse(Limit, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>After which item, once validated; null for the first page.</summary>
    public PageCursor? After => Cursor is null ? null : PageCursor.TryParse(Cursor);
}

/// <summary>A place in a list that is sorted by a number and then by id, both falling.</summary>
/// <param name="Position">The sort key: a sequence, or the ticks of a time.</param>
/// <param name="Id">The id, which breaks ties; empty where there are none.</param>
public sealed record PageCursor(long Position, string Id)
{
    /// <summary>The list that the place is in (<see cref="IPagedQuery.List"/>).</summary>
    public string List { get; init; } = "";

    /// <summary>The time that the position stands for.</summary>
    public DateTimeOffset At => new(Position, TimeSpan.Zero);

    /// <summary>The place of an item in a list by time.</summary>
    public static PageCursor Of(DateTimeOffset at, string id) => new(at.UtcTicks, id);

    /// <summary>Reads a cursor; null when it is not one of ours.</summary>
    public static PageCursor? TryParse(string text)
    {
        if (text.Length > 200 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('~', 4);
        return parts is ["tc2", var list, var position, var id]
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DateTimeOffset.MaxValue.Ticks
                ? new PageCursor(number, id) { List = list }
                : null;
    }

    /// <summary>The cursor as it is handed out.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"tc2~{List}~{Position}~{Id}")));
}

/// <summary>A part of a list.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Items">The items, newest first.</param>
/// <param name="NextCursor">Where to go on; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>Makes a page out of up to one item more than wanted, which tells whether there is a next page.</summary>
    /// <param name="oneMore">What was found.</param>
    /// <param name="query">What was asked for.</param>
    /// <param name="cursor">The place of an item.</param>
    public static Page<T> Of<T>(List<T> oneMore, IPagedQuery query, Func<T, PageCursor> cursor)
    {
        var count = query.Page.Count;
        if (oneMore.Count <= count)
        {
            return new Page<T>(oneMore, null);
        }

        var items = oneMore.GetRange(0, count);
        return new Page<T>(items, (cursor(items[^1]) with { List = query.List }).ToString());
    }
}

/// <summary>A question for a list.</summary>
public interface IPagedQuery
{
    /// <summary>Which part of it.</summary>
    PageRequest Page { get; }

    /// <summary>The name of the list in its cursors: in another list, or in the same one in another order, their place is somewhere else.</summary>
    string List => GetType().Name;
}

/// <summary>Refuses a limit or cursor that cannot be.</summary>
internal sealed class PagedQueryValidator<T> : AbstractValidator<T>
    where T : IPagedQuery
{
    public PagedQueryValidator()
    {
        RuleFor(query => query.Page.Limit)
            .Must(limit => limit is null
                || (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= PageRequest.MaxLimit))
            .WithMessage($"limit must be a whole number from 1 to {PageRequest.MaxLimit}.");
        RuleFor(query => query.Page.Cursor)
            .Must((query, cursor) => cursor is null || PageCursor.TryParse(cursor)?.List == query.List)
            .WithMessage("cursor must be the next_cursor of an earlier answer for this list.");
    }
}
