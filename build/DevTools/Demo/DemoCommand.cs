namespace TalkConnect.DevTools.Demo;

internal static class DemoCommand
{
    public const string Usage = """
        Plays lessons against a running Development server and explains what became of the money.

        Usage: demo [--base URL]

          --base   the server's address, http://127.0.0.1:5080 or ASPNETCORE_URLS unless told
        """;

    public static async Task<int> Run(string[] args)
    {
        var given = new Arguments(args, ["--base"]);
        given.Words();
        var server = DevelopmentServer.BaseAddress(given["--base"]);
        using var http = new HttpClient();
        var api = new Api(http, server);
        var admin = new Person("demo-admin", "Admin", "admin");
        var school = new School(api, admin);

        var day = await SchoolDay.Prepare(school);
        var places = await day.Sell(school);
        await day.Teach(api);
        await day.ExpectToHaveHappened(api, admin);
        await SchoolDay.Dispute(api, places);
        await api.Post("api/admin/settlements/run", admin, [], expected: 200);

        Report.Print(await Outcome.Read(api, admin, places, school.People), server, admin);
        return 0;
    }
}
