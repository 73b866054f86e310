using System.Text;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Sends to an operation whatever a test wants to send.</summary>
public static class Knocking
{
    public static Task<Answer> PostOrPut(this Api api, Operation operation, string path, string body, Person? asking, string? key = null) =>
        api.PostOrPut(operation, path, Encoding.UTF8.GetBytes(body), asking, key);

    public static Task<Answer> PostOrPut(this Api api, Operation operation, string path, byte[] body, Person? asking, string? key = null) => api.Send(
        operation.Verb, path, asking?.Token, Api.Content(body), key is null ? null : new() { ["Idempotency-Key"] = key });
}
