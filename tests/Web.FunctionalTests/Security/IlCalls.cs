using System.Reflection;
using System.Reflection.Emit;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>A call in compiled code.</summary>
/// <param name="Method">What is called.</param>
/// <param name="HasLiteral">Whether a text that stands in the code is among the last things before it.</param>
public sealed record IlCall(MethodBase Method, bool HasLiteral);

/// <summary>Reads which methods a method calls out of what the compiler made of it.</summary>
public static class IlCalls
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlyList<IlCall> Of(MethodBase method)
    {
        var calls = new List<IlCall>();
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var sinceLiteral = int.MaxValue;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | il[at + 1]))] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(il, at)) is { } called)
            {
                calls.Add(new IlCall(called, sinceLiteral <= 1));
            }

            sinceLiteral = code == OpCodes.Ldstr ? 0 : sinceLiteral < int.MaxValue ? sinceLiteral + 1 : sinceLiteral;
            at += OperandSize(code.OperandType, il, at);
        }

        return calls;
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        return method.Module.ResolveMethod(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null);
    }

    private static int OperandSize(OperandType type, byte[] il, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
