using System.Globalization;
using CsvHelper;
using FastEndpoints;
using MediatR;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Revenue;

internal sealed class ExportRevenueEndpoint(IMediator mediator) : Endpoint<RevenueRequest>
{
    // What a spreadsheet would take for a formula is text with an apostrophe before it.
    private static readonly CsvWriterOptions Format = new()
    {
        NewLine = "\r\n",
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r",
        InjectionEscape = '\'',
        WriteByteOrderMark = false,
    };

    private static readonly string[] Header =
        ["hold_id", "session_id", "course_id", "session_title", "amount", "gross", "fee", "net", "refunded", "status", "at"];

    public override void Configure()
    {
        Get("revenue/export.csv");
        Roles(Role.Teacher);
        Definition.AnswersCsv();
        Summary(summary => summary.Summary = "All lines of a period as CSV, in the order and with the fields of the list.");
    }

    public override async Task HandleAsync(RevenueRequest req, CancellationToken ct)
    {
        var lines = await mediator.Send(new ExportRevenueLines(User.Actor().Id, req.Period), ct);
        HttpContext.Response.ContentType = "text/csv; charset=utf-8";
        HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"revenue.csv\"";

        await using var csv = CsvWriter.Create(HttpContext.Response.Body, Format, true);
        await csv.WriteRecordAsync(Header, ct);
        await foreach (var line in lines.WithCancellation(ct))
        {
            await csv.WriteRecordAsync(Fields(line), ct);
        }

        await csv.FlushAsync(ct);
    }

    private static string[] Fields(RevenueLine line) =>
    [
        line.HoldId.Value, line.SessionId.Value, line.CourseId.Value, line.SessionTitle, line.Amount.ToString(), line.Gross.ToString(),
        line.Fee.ToString(), line.Net.ToString(), line.Refunded.ToString(), line.Status.Word(),
        line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
    ];
}
