// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Tests.Support;
using Xunit;

namespace Faro.Linkage.Tests;

/// <summary>Pairwise F1 of the clusters at default settings. Splink 5 with an expert's model and the best threshold
/// chosen with the truth in hand reaches .9999, .9991, .975 and .899 on the pairs of these files.</summary>
public sealed class LinkerPublished
{
    [Theory]
    [InlineData(.9995, null, "febrl4a.csv", "febrl4b.csv")]
    [InlineData(.9985, null, "febrl3.csv")]
    [InlineData(.985, "cluster", "fake_1000.csv")]
    [InlineData(.918, "entity_id", "faro-2k.csv")]
    [InlineData(.932, "entity_id", "faro-10k.csv")]
    public void Persons_agree_with_the_truth(double least, string? truth, params string[] files)
    {
        var list = TruthList.Read(truth, files);

        var result = Linker.Run(
            list.Records,
            list.Schema,
            cancellation: TestContext.Current.CancellationToken
        );

        var f1 = list.F1(result);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{files[0]}: F1 {f1:F4}, {result.Clusters.Count} persons, {result.PairsCompared} pairs"
        );
        Assert.InRange(f1, least, 1);
    }
}
