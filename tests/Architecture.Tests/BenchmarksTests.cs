extern alias benchmarks;
using benchmarks::TalkConnect.Benchmarks.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Settlement;

namespace TalkConnect.Architecture.Tests;

/// <summary>The benchmarks take too long for every change; that they can begin is soon seen.</summary>
public sealed class BenchmarksTests
{
    [Fact]
    public async Task The_product_that_is_measured_has_all_its_parts()
    {
        await using var services = BenchDatabase.Product("Server=127.0.0.1;Database=nobody_asks");
        await using var scope = services.CreateAsyncScope();

        scope.ServiceProvider.GetService<IRequestHandler<RunSettlement, SettlementRunView>>().ShouldNotBeNull();
    }
}
