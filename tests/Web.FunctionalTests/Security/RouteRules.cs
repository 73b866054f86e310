using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Who may do what, as the contract says it. What each caller gets stands in the order of <see cref="Caller"/>.</summary>
public static class RouteRules
{
    /// <summary>The caller comes in; what they hear then is not about who they are.</summary>
    public const string In = "in";

    private const string NoToken = "401";
    private const string Role = "403";
    private const string Hidden = "404";

    private static readonly string[] Anybody = [In, In, In, In, In, In];
    private static readonly string[] LiveKit = [NoToken, NoToken, NoToken, NoToken, NoToken, NoToken];
    private static readonly string[] SignedIn = [NoToken, In, In, In, In, In];
    private static readonly string[] Students = [NoToken, In, In, Role, Role, Role];
    private static readonly string[] Teachers = [NoToken, Role, Role, In, In, Role];
    private static readonly string[] TeachersAndAdmins = [NoToken, Role, Role, In, In, In];
    private static readonly string[] Admins = [NoToken, Role, Role, Role, Role, In];
    private static readonly string[] ItsTeacher = [NoToken, Role, Role, In, Hidden, Role];
    private static readonly string[] ItsTeacherAndAdmins = [NoToken, Role, Role, In, Hidden, In];
    private static readonly string[] ItsStudent = [NoToken, In, Hidden, Role, Role, Role];
    private static readonly string[] ItsParties = [NoToken, In, Hidden, In, Hidden, In];

    /// <summary>Sessions are known to everybody, so that a stranger to one is told so.</summary>
    private static readonly string[] ItsParticipants = [NoToken, In, Role, In, Role, Role];

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["POST /api/webhooks/livekit"] = LiveKit,
        ["GET /api/settings"] = Anybody,

        ["POST /api/admin/attendance/rebuild"] = Admins,
        ["GET /api/admin/audit"] = Admins,
        ["GET /api/admin/holds"] = Admins,
        ["POST /api/admin/holds/{id}/resolve"] = Admins,
        ["GET /api/admin/ledger/verification"] = Admins,
        ["GET /api/admin/sessions/{id}/evidence"] = Admins,
        ["POST /api/admin/policies/simulate"] = Admins,
        ["GET /api/admin/settlements"] = Admins,
        ["GET /api/admin/settlements/pauses"] = Admins,
        ["GET /api/admin/settlements/pauses/{id}"] = Admins,
        ["GET /api/admin/settlements/pauses/{id}/decisions"] = Admins,
        ["POST /api/admin/settlements/pauses/{id}/dismiss"] = Admins,
        ["POST /api/admin/settlements/pauses/{id}/proceed"] = Admins,
        ["POST /api/admin/settlements/run"] = Admins,
        ["GET /api/admin/users"] = Admins,
        ["GET /api/admin/users/{id}"] = Admins,
        ["PUT /api/admin/users/{id}"] = Admins,
        ["POST /api/admin/users/{id}/credits"] = Admins,
        ["POST /api/admin/users/{id}/debits"] = Admins,
        ["POST /api/admin/users/{id}/deposits"] = Admins,
        ["GET /api/admin/users/{id}/transactions"] = Admins,
        ["GET /api/admin/withdrawals"] = Admins,
        ["GET /api/admin/withdrawals/{id}"] = Admins,
        ["POST /api/admin/withdrawals/{id}/approve"] = Admins,
        ["POST /api/admin/withdrawals/{id}/complete"] = Admins,
        ["POST /api/admin/withdrawals/{id}/reject"] = Admins,

        ["POST /api/courses"] = TeachersAndAdmins,
        ["GET /api/courses/{id}"] = SignedIn,
        ["POST /api/courses/{id}/sessions"] = ItsTeacherAndAdmins,
        ["GET /api/sessions"] = SignedIn,
        ["GET /api/sessions/{id}"] = SignedIn,
        ["GET /api/sessions/{id}/attendance"] = ItsTeacherAndAdmins,
        ["POST /api/sessions/{id}/cancel"] = ItsTeacherAndAdmins,
        ["POST /api/sessions/{id}/join"] = ItsParticipants,
        ["POST /api/sessions/{id}/purchase"] = Students,

        ["GET /api/holds/{id}"] = ItsParties,
        ["POST /api/holds/{id}/dispute"] = ItsStudent,
        ["GET /api/holds/{id}/evidence"] = ItsParties,
        ["GET /api/holds/{id}/receipt"] = ItsParties,
        ["GET /api/me/attendance"] = SignedIn,
        ["GET /api/me/purchases"] = SignedIn,
        ["GET /api/me/transactions"] = SignedIn,
        ["GET /api/me/wallet"] = SignedIn,

        ["GET /api/revenue/courses"] = Teachers,
        ["GET /api/revenue/export.csv"] = Teachers,
        ["GET /api/revenue/lines"] = Teachers,
        ["GET /api/revenue/statements/{month}"] = Teachers,
        ["GET /api/revenue/summary"] = Teachers,
        ["GET /api/revenue/timeseries"] = Teachers,

        ["GET /api/withdrawals"] = Teachers,
        ["POST /api/withdrawals"] = Teachers,
        ["GET /api/withdrawals/{id}"] = ItsTeacher,
        ["POST /api/withdrawals/{id}/cancel"] = ItsTeacher,
        ["GET /api/withdrawals/{id}/lines"] = ItsTeacherAndAdmins,
    };

    /// <summary>What a caller gets at an operation.</summary>
    public static string Of(Operation operation, Caller caller) => All[operation.Name][(int)caller];
}
