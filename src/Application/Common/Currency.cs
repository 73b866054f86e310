namespace TalkConnect.Application.Common;

/// <summary>The deployment's one currency (<c>Money:Currency</c>).</summary>
/// <param name="Code">Its ISO 4217 code.</param>
public sealed record Currency(string Code);
