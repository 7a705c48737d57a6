// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Disclosure.Tests;

/// <summary>Long trials run when <c>FARO_NIGHTLY</c> is 1; otherwise a short version does, and the long one says that it was left out.</summary>
internal static class Nightly
{
    public static bool IsOn =>
        string.Equals(
            Environment.GetEnvironmentVariable("FARO_NIGHTLY"),
            "1",
            StringComparison.Ordinal
        );

    public static void OrSkip() => Assert.SkipUnless(IsOn, "long trial: set FARO_NIGHTLY=1");
}
