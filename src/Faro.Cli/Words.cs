// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Resources;
using Faro.Programme;
using Faro.Web.Words;

namespace Faro.Cli;

/// <summary>
/// The words of the command line, in the language of <c>FARO_LANG</c>, else of <c>LANG</c>, else Spanish. What the screens
/// say too (refusals, notices of the engines) has its words there, once.
/// </summary>
internal static class Words
{
    private static readonly ResourceManager[] Texts =
    [
        new("Faro.Cli.Text", typeof(Words).Assembly),
        .. RefusalWords.Areas.Select(area => new ResourceManager(area)),
    ];

    public static CultureInfo Culture { get; } = Choose();

    /// <exception cref="InvalidOperationException">The key has no words: a bug that the house tests find first.</exception>
    public static string Get(string key, params object[] values)
    {
        var text =
            Texts
                .Select(texts => texts.GetResourceSet(Culture, true, tryParents: true))
                .Select(set => set?.GetString(key))
                .FirstOrDefault(found => found is not null)
            ?? throw new InvalidOperationException($"Bug in Faro: no words for {key}");
        return values.Length == 0 ? text : string.Format(Culture, text, values);
    }

    /// <summary>Tells refusals, one a line: place, words, code.</summary>
    /// <param name="error">Where messages go.</param>
    /// <param name="refusals">At least one.</param>
    /// <param name="place">The file they are about, unless a refusal names a better place; empty for none.</param>
    /// <returns>1, the exit code of a refusal.</returns>
    public static int Refuse(TextWriter error, IEnumerable<Refusal> refusals, string place = "")
    {
        foreach (var refusal in refusals)
        {
            var said = Get(refusal.Code, [.. refusal.Values]);
            var at = refusal.Field.Length > 0 ? refusal.Field : place;
            error.WriteLine(
                at.Length == 0 || said.StartsWith(Path.GetFileName(at), StringComparison.Ordinal)
                    ? $"{said} [{refusal.Code}]"
                    : $"{at}: {said} [{refusal.Code}]"
            );
        }

        return 1;
    }

    private static CultureInfo Choose()
    {
        var wanted =
            Environment.GetEnvironmentVariable("FARO_LANG")
            ?? Environment.GetEnvironmentVariable("LANG")
            ?? "";
        return CultureInfo.GetCultureInfo(
            wanted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "es-MX"
        );
    }
}
