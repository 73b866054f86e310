using System.Net;
using System.Net.Sockets;

namespace TalkConnect.Web.Doors;

/// <summary>What counts as one address.</summary>
internal static class CallerAddress
{
    /// <summary>How many bytes of an IPv6 address its holder was given; the others they choose.</summary>
    private const int NetworkBytes = 8;

    /// <summary>The address that a request came from; of IPv6 the /64 network, all of which one caller usually has.</summary>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Network(address),
        var address => address.ToString(),
    };

    private static string Network(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes).ToString();
    }
}
