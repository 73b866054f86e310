namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Keys for bank data.</summary>
public static class BankKeys
{
    public const string First = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public const string Second = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
}
