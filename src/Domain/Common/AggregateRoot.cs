namespace TalkConnect.Domain.Common;

/// <summary>A thing that is loaded, changed and saved as a whole, under one version.</summary>
public abstract class AggregateRoot;
