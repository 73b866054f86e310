using System.Net.Http.Headers;
using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>What the server answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body as it came.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Headers">The headers.</param>
public sealed record Answer(int Status, string Text, string? ContentType, HttpResponseHeaders Headers)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
    };

    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The stable code of the problem.</summary>
    public string? Code => Json.GetProperty("code").GetString();

    public string? Message => Json.GetProperty("message").GetString();

    /// <summary>The names of the fields that are wrong.</summary>
    public IReadOnlyList<string> WrongFields => [.. Json.GetProperty("errors").EnumerateObject().Select(wrong => wrong.Name)];

    public bool IsReplay => Headers.TryGetValues("Idempotency-Replayed", out var values) && values.Single() == "true";

    /// <summary>The body; a field that should be there and is not is an error.</summary>
    public T As<T>() => Json.Deserialize<T>(Strict)!;

    public Answer Must(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Is a problem of that status and code, complete and of the right type.</summary>
    public Answer MustBeRefused(int status, string code)
    {
        Status.ShouldBe(status, Text);
        ContentType.ShouldBe("application/problem+json");
        Code.ShouldBe(code, Text);
        Json.GetProperty("status").GetInt32().ShouldBe(status);
        Json.GetProperty("type").GetString().ShouldNotBeNullOrEmpty();
        Json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        Json.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        return this;
    }

    /// <summary>Is a validation problem that names exactly these fields.</summary>
    public void MustName(params string[] fields)
    {
        MustBeRefused(400, "validation_failed");
        WrongFields.ShouldBe(fields, ignoreOrder: true, Text);
    }
}
