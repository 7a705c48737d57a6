// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Tests.Support;

/// <summary>A page of <c>docs</c> that a test makes by running. With <c>FARO_APPROVE=1</c> in the environment it is written.</summary>
internal static class ApprovedPage
{
    public static void AssertIs(string name, string made)
    {
        var path = Path.Combine(SharedData.Repository, "docs", name);
        if (Environment.GetEnvironmentVariable("FARO_APPROVE") == "1")
        {
            File.WriteAllText(path, made);
        }

        Assert.Equal(made, File.Exists(path) ? File.ReadAllText(path) : "");
    }
}
