// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Faro.Programme;

/// <summary>The names of operations in the audit and in the API.</summary>
public static partial class OperationCode
{
    /// <summary>Of those that change nothing: whoever asks what was changed leaves their lines of the audit out.</summary>
    public static readonly FrozenSet<string> Readings = typeof(OperationCode)
        .Assembly.GetTypes()
        .Where(type =>
            type.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(ReadingOperation<,>)
        )
        .Select(Of)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type's name in kebab case.</summary>
    internal static string Of(Type operation) =>
        Capital().Replace(operation.Name, "-${capital}").ToLowerInvariant().TrimStart('-');

    [GeneratedRegex(
        "(?<capital>[A-Z])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Capital();
}
