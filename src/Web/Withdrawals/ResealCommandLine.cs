using TalkConnect.Infrastructure.Withdrawals;

namespace TalkConnect.Web.Withdrawals;

/// <summary>The command <c>reseal-bank-data</c>: after a new key was added it encrypts everything under it, so that the old one can go.</summary>
internal static class ResealCommandLine
{
    /// <returns>The process's exit code: 1 when something could not be read.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var (resealed, failures) = await scope.ServiceProvider.GetRequiredService<BankDataResealer>().RunAsync(cancellationToken);

        await Console.Out.WriteLineAsync($"{resealed} withdrawals were encrypted under the newest key, {failures.Count} could not be read.");
        foreach (var failure in failures)
        {
            await Console.Error.WriteLineAsync(failure);
        }

        return failures.Count == 0 ? 0 : 1;
    }
}
