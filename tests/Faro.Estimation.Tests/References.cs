// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>What other packages returned on the published tables.</summary>
internal static class References
{
    public static JsonElement Read(string package) =>
        JsonDocument
            .Parse(File.ReadAllText(SharedData.FileOrSkip($"mse/reference-{package}.json")))
            .RootElement;

    public static JsonElement Of(string package, string table) =>
        Read(package).GetProperty("datasets").GetProperty(table);

    public static void Near(double expected, double? actual, double relative)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected, actual.Value, Math.Abs(expected) * relative);
    }
}
