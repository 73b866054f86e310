using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using TalkConnect.Web.Common;
using IPNetwork = System.Net.IPNetwork;

namespace TalkConnect.Web.Doors;

/// <summary>
/// Behind a proxy every request comes from the proxy. What the proxies of <c>Proxies:Known</c> say about the caller's
/// address and scheme is believed; what anybody else says about it is not.
/// </summary>
internal static class KnownProxies
{
    private const string Setting = "Proxies:Known";

    public static void AddKnownProxies(this WebApplicationBuilder builder)
    {
        var known = builder.Configuration.List(Setting);
        var networks = known.Select(Network).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // The framework trusts this machine unasked.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            networks.ForEach(options.KnownIPNetworks.Add);

            // From the last entry backwards to the first that no known proxy wrote.
            options.ForwardLimit = null;
            options.ForwardedHeaders = networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
    }

    private static IPNetwork Network(string text)
    {
        var written = text.Split('/')[0];

        // 10.1 is an address to some, but hardly the one that was meant.
        if (IPAddress.TryParse(written, out var address) && (address.AddressFamily is AddressFamily.InterNetworkV6 || address.ToString() == written))
        {
            if (written == text)
            {
                var one = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
                return new IPNetwork(one, one.GetAddressBytes().Length * 8);
            }

            if (IPNetwork.TryParse(text, out var network))
            {
                return network;
            }
        }

        throw new InvalidOperationException($"{Setting} has '{text}'. It must be an address such as 10.0.0.7 or a network such as 10.0.0.0/24.");
    }
}
