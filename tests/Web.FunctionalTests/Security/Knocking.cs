using System.Text;
using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Sends to an operation whatever a test wants to send.</summary>
public static class Knocking
{
    /// <summary>Somebody whom the operation lets in: the one whom it is for, before an admin who may do it as well.</summary>
    public static Caller Caller(this Operation operation) => new[] { Doors.Caller.Owner, Doors.Caller.OtherStudent, Doors.Caller.Buyer, Doors.Caller.Admin }
        .First(caller => RouteRules.Of(operation, caller) == RouteRules.In);

    public static Task<Answer> PostOrPut(this Api api, Operation operation, string path, string body, Person? asking, string? key = null) =>
        api.PostOrPut(operation, path, Encoding.UTF8.GetBytes(body), asking, key);

    public static Task<Answer> PostOrPut(this Api api, Operation operation, string path, byte[] body, Person? asking, string? key = null) => api.Send(
        operation.Verb, path, asking?.Token, Api.Content(body), key is null ? null : new() { ["Idempotency-Key"] = key });
}
