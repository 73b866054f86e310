using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Listens to the commands that the model sends to one kind of database: tests of the other run beside.</summary>
public sealed class CountingCommands(string provider) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public List<string> Texts { get; } = [];

    public Dictionary<string, object?> Parameters { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data
            && data.Context?.GetType().Name == $"{provider}TalkConnectDbContext")
        {
            Texts.Add(data.Command.CommandText);
            foreach (DbParameter parameter in data.Command.Parameters)
            {
                Parameters[parameter.ParameterName] = parameter.Value;
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
