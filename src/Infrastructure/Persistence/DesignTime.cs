using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef</c> write migrations without a server.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTalkConnectDbContext>
{
    public SqliteTalkConnectDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTalkConnectDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef</c> write migrations without a server.</summary>
internal sealed class MySqlDesignTime : IDesignTimeDbContextFactory<MySqlTalkConnectDbContext>
{
    public MySqlTalkConnectDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<MySqlTalkConnectDbContext>()
            .UseMySql("Server=localhost", Databases.OldestServer)
            .Options);
}
