using MediatR;

namespace TalkConnect.Application.Common;

/// <summary>Runs every command in one transaction.</summary>
internal sealed class UnitOfWorkBehavior<TRequest, TAnswer>(IUnitOfWork unitOfWork) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : ICommand<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        using var trace = Telemetry.Traces.StartActivity(typeof(TRequest).Name);
        return await unitOfWork.RunAsync(_ => next(), cancellationToken);
    }
}
