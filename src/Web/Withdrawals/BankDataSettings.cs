using System.Security.Cryptography;
using TalkConnect.Infrastructure.Withdrawals;

namespace TalkConnect.Web.Withdrawals;

/// <summary>Where the keys of bank data come from (<c>BankData:Keys:{id}</c>); development makes its own.</summary>
internal static class BankDataSettings
{
    public static void AddBankData(this WebApplicationBuilder builder)
    {
        // In the order of configuration: 2 before 10, and 2026-11 before 2027-01.
        var keys = builder.Configuration.GetSection("BankData:Keys").GetChildren()
            .Where(key => !string.IsNullOrEmpty(key.Value))
            .Select(key => KeyValuePair.Create(key.Key, key.Value!))
            .ToList();
        if (keys.Count == 0 && builder.Environment.IsDevelopment())
        {
            keys.Add(KeyValuePair.Create("development", OwnKey(builder.Configuration["BankData:DevelopmentKeyFile"] is { Length: > 0 } path ? path : "data/bank-data.key")));
        }

        builder.Services.AddSingleton(BankKeyRing.Of(keys));
    }

    private static string OwnKey(string path)
    {
        try
        {
            return KeptKey(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"BankData:DevelopmentKeyFile is '{path}'. It must be a file that this server may write and read, or set BankData:Keys:{{id}}: {error.Message}");
        }
    }

    /// <summary>The key in the file; several servers that start at once end with the same one.</summary>
    private static string KeptKey(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var made = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(made, Convert.ToBase64String(RandomNumberGenerator.GetBytes(BankKeyRing.KeyBytes)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(made, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(made);
            }
        }

        return File.ReadAllText(path).Trim();
    }
}
