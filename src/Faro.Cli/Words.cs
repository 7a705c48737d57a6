// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Resources;

namespace Faro.Cli;

/// <summary>The words of the command line, in the language of <c>FARO_LANG</c>, else of <c>LANG</c>, else Spanish.</summary>
internal static class Words
{
    private static readonly ResourceManager Texts = new("Faro.Cli.Text", typeof(Words).Assembly);

    public static CultureInfo Culture { get; } = Choose();

    /// <exception cref="InvalidOperationException">The key has no words: a bug that the house tests find first.</exception>
    public static string Get(string key, params object[] values)
    {
        var text =
            Texts.GetString(key, Culture)
            ?? throw new InvalidOperationException($"Bug in Faro: no words for {key}");
        return values.Length == 0 ? text : string.Format(Culture, text, values);
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
