// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Tests.Noise;
using Xunit;

namespace Faro.Disclosure.Tests.Records;

/// <summary>
/// Two files that differ in one record, told apart by the best test of everything measured. What is shown with 95 %
/// certainty (Clopper and Pearson, halves of the runs for choosing and for judging) must never exceed the ε stated.
/// </summary>
public sealed class CanaryTests
{
    private const int Columns = 8;

    private static readonly RecordDomain Wide = RecordDomain.Of([
        .. Enumerable
            .Range(0, Columns)
            .Select(column => new DomainColumn($"c{column}", ["x", "y"])),
    ]);

    public static TheoryData<string, double> Pairs =>
        new(
            from pair in (string[])
                ["everything", "one", "over the cap", "heavy few", "alone", "new value"]
            from epsilon in (double[])[1, 2, 4, 12]
            select (pair, epsilon)
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nobody_shows_more_than_the_level_stated(string pair, double epsilon) =>
        Audit(pair, epsilon, 150);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nobody_shows_more_than_the_level_stated_in_many_runs(string pair, double epsilon)
    {
        Nightly.OrSkip();
        Audit(pair, epsilon, 2_000);
    }

    /// <summary>An audit that cannot find a broken mechanism proves nothing.</summary>
    [Fact]
    public void The_audit_finds_noise_that_is_far_too_little()
    {
        var (without, with) = Statistics("everything", 40, 300);
        Assert.True(Canary.LeastEpsilon(without, with, 1e-6) > 2);
    }

    private static void Audit(string pair, double epsilon, int runs)
    {
        var (without, with) = Statistics(pair, epsilon, runs);
        Assert.InRange(Canary.LeastEpsilon(without, with, 1e-6), 0, epsilon);
    }

    private static (double[] Without, double[] With) Statistics(
        string pair,
        double epsilon,
        int runs
    )
    {
        var options = new ReleaseOptions
        {
            Level = new(epsilon, 1e-6),
            Cap =
                pair == "over the cap" ? 4
                : pair == "heavy few" ? null
                : Columns,
            IsDomainPrivate = pair == "new value",
        };
        var canary = pair == "one" ? (string[])["x"] : [.. Enumerable.Repeat("y", Columns)];
        var bits = new SeededBits((ulong)epsilon + (ulong)pair.Length);
        double[] Runs(bool isIn)
        {
            var table = Table(pair, canary, isIn);
            return
            [
                .. Enumerable.Range(0, runs).Select(_ => Likelihood(table, canary, options, bits)),
            ];
        }
        return (Runs(false), Runs(true));
    }

    private static RecordTable Table(string pair, string[] canary, bool isIn)
    {
        var table = new RecordTable(Wide);
        void Add(params string[] values) =>
            table.Add([.. values, .. Enumerable.Repeat("", Columns - values.Length)]);
        if (pair == "heavy few")
        {
            // One record more moves the usual percentile of lengths from 5 to 8.
            for (var i = 0; i < 495; i++)
                Add("x", "x", "x", "x", "x");
            for (var i = 0; i < 5; i++)
                Add(canary);
        }
        else if (pair != "alone")
            for (var i = 0; i < 30; i++)
                Add("x", "x", "x");
        if (isIn)
            Add(canary);
        return table;
    }

    /// <summary>How much likelier what was measured is with the canary than without, up to constants.</summary>
    private static double Likelihood(
        RecordTable table,
        string[] canary,
        ReleaseOptions options,
        SeededBits bits
    )
    {
        var measure = new Measure(table, options, bits, default);
        var first = measure.First;
        var held = canary
            .Select((value, column) => first.Domain.AttributeOf(column, value))
            .Where(attribute => attribute >= 0)
            .ToArray();
        if (options.IsDomainPrivate)
            return held.Length;
        var triples = new TripleList();
        for (var a = 0; a < held.Length; a++)
        for (var b = a + 1; b < held.Length; b++)
        for (var c = b + 1; c < held.Length; c++)
            triples.Add(held[a], held[b], held[c]);
        var whole = measure.With(triples, default);
        var width = first.Domain.AttributeCount;
        return held.Sum(a => first.Singles[a] / first.SinglesVariance.Value)
            + held.Sum(a =>
                held.Where(b => b > a)
                    .Sum(b => first.Pairs[(a * width) + b] / first.PairsVariance!.Value.Value)
            )
            + whole.TripleCounts.Sum(count => count / whole.TriplesVariance!.Value.Value)
            + (first.Persons / first.PersonsVariance.Value);
    }
}
