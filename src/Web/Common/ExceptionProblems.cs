using Microsoft.AspNetCore.Diagnostics;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Common;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.Common;

/// <summary>The one place where an exception becomes a status.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private static readonly Dictionary<string, string[]> NoErrors = [];

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await (exception switch
        {
            DomainException rule => WriteAsync(httpContext, rule),
            InvalidInputException input => Problem.WriteAsync(
                httpContext, 400, "validation_failed", "The request is not valid. Each wrong field is named in errors.", input.Errors),
            InvalidInputBodyException body => Problem.WriteAsync(httpContext, 400, "invalid_event", body.Message, NoErrors),
            BadHttpRequestException { StatusCode: 413 } => Problem.WriteAsync(httpContext, 413, "body_too_large", "The body is too large."),
            BadHttpRequestException bad => Problem.WriteAsync(httpContext, bad.StatusCode, "bad_request", "The request could not be read.", NoErrors),
            WebhookBacklogFullException full => Problem.WriteAsync(httpContext, 503, "backlog_full", $"{full.Message} Send it again."),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => Task.CompletedTask,
            RunInterruptedException interrupted => InterruptedAsync(httpContext, interrupted),
            BankDataUnreadableException unreadable => UnreadableAsync(httpContext, unreadable),
            _ when exception is StorageUnavailableException || StorageErrors.IsUnavailable(exception) => UnavailableAsync(httpContext, exception),

            // A unit of work runs again after a lost race; what arrives here was only a reader that waited too long.
            _ when StorageErrors.IsLostRace(exception) => UnavailableAsync(httpContext, exception),
            _ => UnexpectedAsync(httpContext, exception),
        });
        return true;
    }

    private static Task WriteAsync(HttpContext context, DomainException rule)
    {
        var status = rule.Kind switch
        {
            ErrorKind.Invalid => 400,
            ErrorKind.NotFound => 404,
            ErrorKind.Forbidden => 403,
            ErrorKind.Conflict => 409,
            ErrorKind.KeyReused => 422,
            _ => 500,
        };
        var errors = rule.Kind is not ErrorKind.Invalid ? null
            : rule.Field is null ? NoErrors
            : new Dictionary<string, string[]> { [rule.Field] = [rule.Message] };
        return Problem.WriteAsync(context, status, rule.Code, rule.Message, errors);
    }

    private Task UnreadableAsync(HttpContext context, BankDataUnreadableException unreadable)
    {
        LogUnreadable(unreadable.Message);
        return Problem.WriteAsync(context, 503, "bank_data_unreadable", unreadable.Message);
    }

    private Task InterruptedAsync(HttpContext context, RunInterruptedException interrupted)
    {
        LogInterrupted(interrupted);
        return Problem.WriteAsync(context, 503, "run_interrupted", interrupted.Message);
    }

    private Task UnavailableAsync(HttpContext context, Exception exception)
    {
        LogUnavailable(exception.GetBaseException().GetType().Name);

        // Never a Retry-After: LiveKit would stop sending all events of a room for that long.
        return Problem.WriteAsync(context, 503, "database_unavailable", exception is StorageUnavailableException { MayHaveHappened: true }
            ? "The database was lost while it was told to keep this, so it may have happened. Send it again with the same Idempotency-Key, or look first."
            : "The database cannot be reached. Nothing was changed; try again.");
    }

    private Task UnexpectedAsync(HttpContext context, Exception exception)
    {
        LogUnexpected(exception);
        return Problem.WriteAsync(context, 500, "internal_error", "Something went wrong on our side. Nothing was changed.");
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be reached: {Error}")]
    private partial void LogUnavailable(string error);

    [LoggerMessage(LogLevel.Error, "A settlement run was interrupted")]
    private partial void LogInterrupted(Exception error);

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogUnreadable(string reason);

    [LoggerMessage(LogLevel.Error, "A request failed")]
    private partial void LogUnexpected(Exception error);
}
