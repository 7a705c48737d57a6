// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Tests.Noise;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Disclosure.Tests.Pages;

/// <summary>178 persons, then 179: whoever compares two pages must not know more of the newcomer than who guesses.</summary>
public sealed class NewcomerTests
{
    private static readonly RefreshRule Rule = RefreshRule.Usual;

    // Invented persons: shares of the usual answers of four questions.
    private static readonly double[][] Shares =
    [
        [0.72, 0.24, 0.04],
        [0.1, 0.3, 0.25, 0.2, 0.1, 0.05],
        [0.55, 0.3, 0.15],
        [0.6, 0.15, 0.1, 0.06, 0.05, 0.04],
    ];

    [Fact]
    public void Exact_pages_with_small_counts_hidden_give_the_newcomer_away()
    {
        var (right, guessed) = Trials(
            200,
            (table, _) => Shown(table, count => count < 5 ? null : count)
        );
        Assert.True(right - guessed > 0.2, $"{right:0.00} against {guessed:0.00}");
    }

    [Fact]
    public void Pages_that_wait_for_a_batch_tell_no_more_than_guessing()
    {
        // One person more is no batch: the page stays as it was.
        var now = DateTimeOffset.UnixEpoch;
        Assert.False(Rule.Allows(178, now, 179, now.AddDays(31)));
        Assert.True(Rule.Allows(178, now, 188, now.AddDays(31)));
        Assert.True(Rule.Allows(178, now, 179, now.AddDays(366)));
        var (right, guessed) = Trials(
            300,
            (table, before) => before ?? Shown(table, count => count < 10 ? null : count / 5 * 5)
        );
        Assert.InRange(right - guessed, -1, 0.02);
    }

    [Fact]
    public void Pages_with_fresh_noise_tell_no_more_than_guessing()
    {
        var bits = new SeededBits(12);
        var (right, guessed) = Trials(
            300,
            (table, _) =>
            {
                var cells = NoisyPage.Of([table], 0.25, 0, null, "", bits).Tables[0];
                return PublishedPage.Of(
                    ["code"],
                    [.. cells.Select(cell => new PublishedCell([cell.Code], cell.Count))],
                    Rounding.None
                );
            }
        );
        Assert.InRange(right - guessed, -1, 0.02);
    }

    [Fact]
    public void A_noisy_page_states_what_it_costs_and_is_refused_over_the_budget()
    {
        var ledger = PrivacyLedger.InMemory(new(1, 1e-6), new FakeClock());
        var table = CountTable.OneWay(Dimension.Flat("sex", "woman", "man"), 100, 3);
        var page = NoisyPage.Of([table, table], 0.1, 10, ledger, "cases", new SeededBits(1));
        Assert.Equal(20, page.Scale, 0.01);
        Assert.Equal(0.005, ledger.Spent("cases"), 1e-9);
        Assert.Throws<LedgerRefusedException>(() =>
            NoisyPage.Of([table], 2, 10, ledger, "cases", new SeededBits(1))
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => NoisyPage.Of([table], 0, 10, null, ""));
        Assert.Throws<ArgumentException>(() => NoisyPage.Of([], 1, 10, null, ""));
    }

    [Fact]
    public void Intervals_of_a_noisy_page_cover_nineteen_times_in_twenty()
    {
        var bits = new SeededBits(4);
        var table = CountTable.OneWay(Dimension.Flat("sex", "woman", "man"), 500, 40);
        var covered = Enumerable
            .Range(0, 3000)
            .SelectMany(_ => NoisyPage.Of([table], 0.5, 0, null, "", bits).Tables[0])
            .Average(cell =>
                table.Count(cell.Code) >= cell.Low && table.Count(cell.Code) <= cell.High ? 1 : 0
            );
        Assert.InRange(covered, 0.94, 0.975);
    }

    private static PublishedPage Shown(CountTable table, Func<long, long?> show) =>
        PublishedPage.Of(
            ["code"],
            [
                .. table
                    .Dimensions[0]
                    .Codes.Where(code => code != Dimension.TotalCode)
                    .Select(code => new PublishedCell([code], show(table.Count(code)))),
            ],
            Rounding.None
        );

    /// <summary>How often the attack is right where it sees anything and guesses the commonest otherwise, and how often guessing is.</summary>
    private static (double Right, double Guessed) Trials(
        int trials,
        Func<CountTable, PublishedPage?, PublishedPage> publish
    )
    {
        // A test's own persons: nothing is released.
        var dice = new Random(7);
        var (right, guessed, all) = (0.0, 0.0, 0.0);
        for (var trial = 0; trial < trials; trial++)
            foreach (var shares in Shares)
            {
                var counts = new long[shares.Length];
                for (var person = 0; person < 178; person++)
                    counts[Draw(shares, dice)]++;
                var usual = Array.IndexOf(counts, counts.Max());
                var newcomer = Draw(shares, dice);
                var before = publish(Table(counts), null);
                counts[newcomer]++;
                var rises = Attack.Newcomers(before, publish(Table(counts), before));
                // Pages of noise rise by chance; who knows that guesses unless one rise is clearly one person.
                var guess = rises is [{ By: 1 } rise] ? int.Parse(rise.Code[1..]) : usual;
                right += guess == newcomer ? 1 : 0;
                guessed += usual == newcomer ? 1 : 0;
                all++;
            }
        return (right / all, guessed / all);
    }

    private static CountTable Table(long[] counts) =>
        CountTable.OneWay(Dimension.Flat("code", [.. counts.Select((_, i) => $"v{i}")]), counts);

    private static int Draw(double[] shares, Random dice)
    {
        var left = dice.NextDouble();
        for (var i = 0; i < shares.Length; i++)
            if ((left -= shares[i]) < 0)
                return i;
        return shares.Length - 1;
    }
}
