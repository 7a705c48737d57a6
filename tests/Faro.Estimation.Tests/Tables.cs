// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>The tables that tests share.</summary>
internal static class Tables
{
    public static CaptureTable Published(string path) =>
        Read(Path.Combine(SharedData.Repository, "data", "reference", path));

    public static CaptureTable Shared(string name) =>
        Read(SharedData.FileOrSkip($"mse/{name}.csv"));

    /// <summary>Rows such as <c>110 12</c>: who is on the lists A, B, C… and how many.</summary>
    public static CaptureTable Of(int lists, params string[] rows) =>
        new(
            [.. Enumerable.Range(0, lists).Select(i => ((char)('A' + i)).ToString())],
            rows.Select(r => r.Split(' ')).Select(r => new CaptureCount(Mask(r[0]), Long(r[1])))
        );

    /// <summary>Runs, and stops with the test.</summary>
    public static EstimateResult Run(CaptureTable table, EstimateOptions? options = null) =>
        Estimate.Run(table, options, progress: null, TestContext.Current.CancellationToken);

    /// <summary>One model without a bootstrap.</summary>
    public static ModelEstimate One(CaptureTable table, ModelChoice choice) =>
        Run(table, new() { Models = [choice], Replicates = 0 }).Models[0];

    public static int Mask(string history) => history.Select((c, i) => c == '1' ? 1 << i : 0).Sum();

    public static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    public static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static CaptureTable Read(string path)
    {
        var rows = File.ReadAllLines(path).Select(line => line.Split(',')).ToArray();
        return new(
            rows[0][..^1],
            rows[1..].Select(r => new CaptureCount(Mask(string.Concat(r[..^1])), Long(r[^1])))
        );
    }
}
