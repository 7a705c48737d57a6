// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Pipeline;

/// <summary>Where to go back to: only ever a path of this site.</summary>
public static class LocalPath
{
    /// <returns>The path when it is one of ours, else <c>/</c>.</returns>
    public static string OrHome(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
            ? path
            : "/";
}
