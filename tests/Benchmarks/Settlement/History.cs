using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Settlement;

/// <summary>Years of settled lessons.</summary>
internal static class History
{
    public static async Task AddAsync(BenchDatabase database, int holds)
    {
        await DueHolds.AddAsync(database, "past", holds);
        await RawSettlement.RunAsync(database.ConnectionString, batch: 20_000);
        await database.RunAsync("ANALYZE TABLE payment_holds, session_purchases, attendance_records, transactions, receipts, course_sessions, users");
    }
}
