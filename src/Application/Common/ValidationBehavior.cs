using System.Text.Json;
using FluentValidation;
using MediatR;

namespace TalkConnect.Application.Common;

/// <summary>Refuses a request that is malformed, naming every field that is wrong.</summary>
internal sealed class ValidationBehavior<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators, InputErrors unreadable)
    : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var errors = unreadable.All.ToList();
        var known = errors.Select(error => error.Key).ToHashSet(StringComparer.Ordinal);

        // Of a body that could not be read at all there is nothing more to say.
        foreach (var validator in unreadable.IsComplete ? [] : validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(result.Errors
                .Select(failure => KeyValuePair.Create(Field(failure.PropertyName), failure.ErrorMessage))
                .Where(error => !known.Contains(error.Key)));
        }

        return errors.Count == 0
            ? await next()
            : throw new InvalidInputException(errors
                .GroupBy(error => error.Key, error => error.Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>Page.Limit and Period.From are the query parameters limit and from; every other path is that of the body.</summary>
    private static string Field(string property) => string.Join('.', property
        .Split('.')
        .Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)
        .Where(part => part is not ("page" or "period")));
}
