namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Addresses that mean something else than they say: no rule of a route is passed by, and no file is read.</summary>
[Collection(SqliteTests.Name)]
public sealed class PathTests(SqliteApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("/api/holds/../admin/users")]
    [InlineData("/api/holds/./../admin/users")]
    [InlineData("/api/holds/%2e%2e/admin/users")]
    [InlineData("/api/holds/%2E%2E/admin/users")]
    [InlineData("/api/holds/..%2fadmin%2fusers")]
    [InlineData("/api/holds/..%5cadmin%5cusers")]
    [InlineData("/api/holds/..\\admin\\users")]
    [InlineData("/api/holds/%252e%252e/admin/users")]
    [InlineData("/api/holds/..;/admin/users")]
    [InlineData("/api//admin/users")]
    [InlineData("//api/admin/users")]
    [InlineData("/api/admin//users")]
    [InlineData("/API/ADMIN/USERS")]
    [InlineData("/api/admin/users/")]
    [InlineData("/api/admin/users;x=1")]
    [InlineData("/api/admin/users%2f")]
    [InlineData("/api/admin/users%00")]
    [InlineData("/api/admin/users%20")]
    [InlineData("/api/admin%2fusers")]
    [InlineData("/api/%61dmin/users")]
    [InlineData("/api/admin/users?/../../me/wallet")]
    [InlineData("/api/admin/users#/api/me/wallet")]
    [InlineData("http://127.0.0.1/api/admin/users")]
    [InlineData("http://example.org/api/admin/users")]
    public async Task No_address_leads_a_student_into_an_admins_room(string target)
    {
        var student = await AStudent();

        var answer = await RawHttp.GetAsync(App.Http.BaseAddress!, target, student);

        answer.MustBeRefused();
        answer.Body.ShouldNotContain("items");
    }

    [Theory]
    [InlineData("X-Original-URL: /api/admin/users")]
    [InlineData("X-Rewrite-URL: /api/admin/users")]
    [InlineData("X-HTTP-Method-Override: DELETE")]
    [InlineData("X-Forwarded-Prefix: /api/admin")]
    [InlineData("X-User-Id: the-admin")]
    [InlineData("X-Role: admin")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME: the-admin")]
    public async Task No_header_does_either(string header)
    {
        var student = await AStudent(credit: 7);

        (await RawHttp.GetAsync(App.Http.BaseAddress!, "/api/admin/users", student, header)).Status.ShouldBe(403);
        (await RawHttp.GetAsync(App.Http.BaseAddress!, "/api/me/wallet", student, header)).Body.ShouldContain("7.00");
    }

    [Theory]
    [InlineData("/../../../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..\\..\\..\\etc\\passwd")]
    [InlineData("/assets/../../appsettings.json")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/appsettings.Development.json")]
    [InlineData("/docs/../appsettings.json")]
    [InlineData("/openapi/..%2fappsettings.json")]
    [InlineData("/openapi/../../appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/appsettings.Development.json")]
    [InlineData("/TalkConnect.Web.dll")]
    [InlineData("/data/talkconnect.db")]
    [InlineData("/.git/config")]
    [InlineData("/index.html%00.json")]
    [InlineData("file:///etc/passwd")]
    public async Task No_address_reads_a_file_that_is_no_page(string target)
    {
        var answer = await RawHttp.GetAsync(App.Http.BaseAddress!, target, Admin);

        answer.MustBeRefused();
    }

    /// <summary>The page about the API takes a name out of its address into a script.</summary>
    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("');alert(1);('")]
    [InlineData("\"}]});alert(1);//")]
    [InlineData("\\\");alert(1);//")]
    [InlineData("\u2028alert(1)")]
    [InlineData("<!--<script>")]
    public async Task An_address_of_the_documentation_puts_no_script_into_it(string name)
    {
        foreach (var target in new[] { $"/docs/{Uri.EscapeDataString(name)}", $"/docs?x={Uri.EscapeDataString(name)}" })
        {
            var answer = await RawHttp.GetAsync(App.Http.BaseAddress!, target);

            answer.Status.ShouldBeInRange(200, 499);
            answer.Body.ShouldNotContain(name);
            answer.Body.Replace("\\\"", "", StringComparison.Ordinal).ShouldNotContain("\"}]});alert(1)");
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    [InlineData("GET\u0001")]
    public async Task No_other_method_gets_an_answer(string method)
    {
        var server = App.Http.BaseAddress!;

        var answer = await RawHttp.SendAsync(
            server, $"{method} /api/admin/users HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\nAuthorization: Bearer {Admin.Token}\r\n\r\n");

        answer.MustBeRefused();
        answer.Body.ShouldNotContain(Admin.Token);
    }
}
