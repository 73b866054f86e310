namespace TalkConnect.DevTools;

internal static class TokenCommand
{
    public const string Usage = """
        Prints a bearer token for a server under development.

        Usage: build/token USER ROLE [--hours N] [--key KEY] [--issuer I] [--audience A]

          USER      the user's id
          ROLE      student, teacher or admin
          --hours   how long it is valid, 12 unless told
          --key, --issuer, --audience
                    otherwise Jwt__SigningKey, Jwt__Issuer and Jwt__Audience of the environment,
                    otherwise what a Development server uses
        """;

    private const double HoursInTenYears = 87_600;

    public static Task<int> Run(string[] args)
    {
        var given = new Arguments(args, ["--hours", "--key", "--issuer", "--audience"]);
        if (given.Words("USER", "ROLE") is not [{ Length: > 0 } user, ("student" or "teacher" or "admin") and var role])
        {
            throw new UsageException("USER must not be empty, and ROLE must be student, teacher or admin.");
        }

        var lifetime = TimeSpan.FromHours(given.Number("--hours", fallback: 12, max: HoursInTenYears));
        Console.WriteLine(UserToken.For(user, role, lifetime, given["--key"], given["--issuer"], given["--audience"]));
        return Task.FromResult(0);
    }
}
