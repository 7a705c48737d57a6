// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Disclosure.Tests.Noise;
using Faro.Disclosure.Tests.Records;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Disclosure.Tests.Accounting;

public sealed class PrivacyLedgerTests : IDisposable
{
    private static readonly PrivacyLevel Budget = new(4, 1e-6);
    private readonly string _folder = Directory.CreateTempSubdirectory("faro-ledger-").FullName;
    private readonly FakeClock _clock = new();

    private string File => Path.Combine(_folder, "ledger");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_sequence_of_releases_passes_above_the_budget() =>
        Gen.Double[0, 0.2]
            .Array[1, 40]
            .Sample(
                costs =>
                {
                    var ledger = PrivacyLedger.InMemory(Budget, _clock);
                    foreach (var cost in costs)
                        try
                        {
                            ledger.Spend("cases", LedgerMechanism.NoisyPage, cost, "");
                        }
                        catch (LedgerRefusedException refused)
                        {
                            Assert.Equal(LedgerRefusal.OverBudget, refused.Reason);
                            Assert.True(refused.Left < cost);
                        }
                    Assert.True(ledger.Spent("cases") <= Budget.Rho);
                    Assert.True(
                        PrivacyLevel.EpsilonOf(ledger.Spent("cases"), Budget.Delta)
                            <= Budget.Epsilon + 1e-6
                    );
                },
                iter: 100
            );

    [Fact]
    public void A_budget_comes_back_after_a_year_and_each_set_of_data_has_its_own()
    {
        var ledger = PrivacyLedger.InMemory(Budget, _clock);
        ledger.Spend("cases", LedgerMechanism.NoisyPage, Budget.Rho, "");
        ledger.Spend("others", LedgerMechanism.NoisyPage, Budget.Rho, "");
        Assert.Throws<LedgerRefusedException>(() =>
            ledger.Spend("cases", LedgerMechanism.NoisyPage, 1e-6, "")
        );
        _clock.Advance(TimeSpan.FromDays(366));
        ledger.Spend("cases", LedgerMechanism.NoisyPage, Budget.Rho, "");
    }

    [Fact]
    public void What_has_no_noise_goes_out_once_and_first_and_last()
    {
        var ledger = PrivacyLedger.InMemory(Budget, _clock);
        ledger.Spend("a", LedgerMechanism.ExactGroups, double.PositiveInfinity, "");
        ledger.Spend("b", LedgerMechanism.Synthesis, 0.01, "");
        _clock.Advance(TimeSpan.FromDays(4000));
        LedgerRefusal Why(string data, LedgerMechanism mechanism) =>
            Assert
                .Throws<LedgerRefusedException>(() => ledger.Require(data, mechanism, 0.01))
                .Reason;
        Assert.Equal(LedgerRefusal.ExactTwice, Why("a", LedgerMechanism.ExactGroups));
        Assert.Equal(LedgerRefusal.NoisyAfterExact, Why("a", LedgerMechanism.Synthesis));
        Assert.Equal(LedgerRefusal.ExactAfterNoisy, Why("b", LedgerMechanism.ExactGroups));
    }

    [Fact]
    public void A_ledger_in_a_file_is_remembered_by_whoever_opens_it_next()
    {
        var one = PrivacyLedger.Open(File, Budget, _clock);
        var other = PrivacyLedger.Open(File, null, _clock);
        one.Spend("cases", LedgerMechanism.Synthesis, Budget.Rho * 0.7, "first");
        Assert.Throws<LedgerRefusedException>(() =>
            other.Spend("cases", LedgerMechanism.Synthesis, Budget.Rho * 0.7, "second")
        );
        Assert.Equal(one.Entries, PrivacyLedger.Open(File, Budget, _clock).Entries);
        Assert.Equal(Budget, other.Budget);
    }

    [Fact]
    public void A_ledger_that_is_damaged_or_has_another_budget_is_not_believed()
    {
        Assert.Throws<ArgumentException>(() => PrivacyLedger.Open(File, null, _clock));
        PrivacyLedger.Open(File, Budget, _clock);
        Assert.Throws<ArgumentException>(() => PrivacyLedger.Open(File, new(5, 1e-6), _clock));
        System.IO.File.AppendAllText(File, "{\"rho\":");
        Assert.Throws<InvalidDataException>(() => PrivacyLedger.Open(File, null, _clock));
        System.IO.File.WriteAllText(File, "column,value\n");
        Assert.Throws<InvalidDataException>(() => PrivacyLedger.Open(File, null, _clock));
    }

    [Fact]
    public void A_release_over_the_budget_is_refused_before_anything_is_read()
    {
        var ledger = PrivacyLedger.InMemory(new(1, 1e-6), _clock);
        var source = new RecordSource(
            TriedRecords.Domain,
            _ => throw new InvalidOperationException("read")
        )
        {
            Ledger = ledger,
            Name = "cases",
        };
        Assert.Throws<LedgerRefusedException>(() =>
            Synthesize.Run(source, new() { Level = new(2, 1e-6) })
        );
        Assert.Empty(ledger.Entries);
    }

    [Fact]
    public void A_release_that_was_stopped_goes_on_with_what_it_measured_and_pays_once()
    {
        var ledger = PrivacyLedger.InMemory(new(2, 1e-6), _clock);
        var state = new ReleaseState(Path.Combine(_folder, "state"), "these records");
        var reads = 0;
        using var stop = new CancellationTokenSource();
        var source = new RecordSource(
            TriedRecords.Domain,
            _ =>
            {
                reads++;
                return TriedRecords.Of(3000, 1);
            }
        )
        {
            Ledger = ledger,
            Name = "cases",
            State = state,
        };
        var options = new ReleaseOptions { Level = new(2, 1e-6), Steps = 20 };
        var atFitting = new Stop(stop);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Synthesize.Run(source, options, new SeededBits(1), atFitting, stop.Token)
        );
        var measured = state.Load()!;
        Assert.NotNull(measured.TriplesVariance);
        var release = Synthesize.Run(source, options, new SeededBits(99), null, default);
        Assert.Equal(1, reads);
        Assert.Single(ledger.Entries);
        Assert.Equal(measured.Persons, release.Persons.Count);
        Assert.Equal(measured.Spent, release.SpentRho);
        Assert.Null(new ReleaseState(state.Path, "other records").Load());
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<ReleaseProgress>
    {
        public void Report(ReleaseProgress value)
        {
            if (value is { Stage: ReleaseStage.Fitting, Share: > 0.3 })
                source.Cancel();
        }
    }
}
