// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.XPath;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>The expressions of an XLSForm: XPath in which <c>${question}</c> stands for a question's place.</summary>
internal static partial class FormExpressions
{
    /// <summary>XPath 1.0's own functions.</summary>
    private static readonly FrozenSet<string> OfXPath = new[]
    {
        "boolean",
        "ceiling",
        "concat",
        "contains",
        "count",
        "false",
        "floor",
        "normalize-space",
        "not",
        "number",
        "round",
        "starts-with",
        "string",
        "string-length",
        "substring",
        "substring-after",
        "substring-before",
        "sum",
        "translate",
        "true",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of ODK, understood here as in a browser: see <see cref="FormFunctions"/>.</summary>
    private static readonly FrozenSet<string> OfForms = FormFunctions.Names;

    /// <summary>Of ODK, which only a browser computes: what hangs on them is not judged by the server.</summary>
    private static readonly FrozenSet<string> OfBrowsers = new[]
    {
        "date",
        "date-time",
        "decimal-date-time",
        "format-date",
        "format-date-time",
        "now",
        "today",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether only a browser can compute it.</summary>
    public static bool AsksTheBrowser(string expression) =>
        Functions(expression).Any(OfBrowsers.Contains);

    /// <summary>Puts paths in the place of references.</summary>
    /// <returns>Null and the reason when it cannot be: a code of <see cref="XlsFormRefusals"/>, and what its words need.</returns>
    public static (string? Expression, string Problem, string Value) Resolve(
        string written,
        IReadOnlyDictionary<string, string> paths
    )
    {
        var missing = false;
        var resolved = Reference()
            .Replace(
                written,
                match =>
                {
                    if (paths.TryGetValue(match.Groups["name"].Value.Trim(), out var path))
                    {
                        return $" {path} ";
                    }

                    missing = true;
                    return "";
                }
            );
        if (missing)
        {
            return (null, XlsFormRefusals.QuestionUnknown, "");
        }

        var unknown = Functions(resolved)
            .FirstOrDefault(name =>
                !OfXPath.Contains(name) && !OfForms.Contains(name) && !OfBrowsers.Contains(name)
            );
        if (unknown is not null)
        {
            return (null, XlsFormRefusals.FunctionUnknown, unknown);
        }

        try
        {
            XPathExpression.Compile(resolved);
            return (resolved.Trim(), "", "");
        }
        catch (Exception failure) when (failure is XPathException or ArgumentException)
        {
            return (null, XlsFormRefusals.ExpressionBroken, "");
        }
    }

    public static bool HasReference(string words) => Reference().IsMatch(words);

    private static IEnumerable<string> Functions(string expression) =>
        Call()
            .Matches(Quoted().Replace(expression, "''"))
            .Select(match => match.Groups["name"].Value)
            // Operators and node tests that a bracket may follow.
            .Where(name => name is not ("and" or "or" or "div" or "mod" or "text" or "node"));

    [GeneratedRegex(
        @"\$\{(?<name>[^}]*)\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"(?<name>[A-Za-z][\w:-]*)\s*\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Call();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
