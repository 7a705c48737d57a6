// SPDX-License-Identifier: Apache-2.0
using Faro.Tests.Support;
using Xunit;

namespace Faro.Disclosure.Tests.Records;

public sealed class ExactGroupsTests
{
    [Fact]
    public void Every_frequent_combination_is_counted_and_no_other()
    {
        var records = TriedRecords.Of(600, 9);
        var rows = TriedRecords.Rows(records);
        var frequent = ExactGroups.Frequent(records, 10, 4, default);
        var expected = new Dictionary<ulong, int>();
        foreach (var row in rows)
            for (var chosen = 1; chosen < 1 << row.Length; chosen++)
            {
                var set = row.Where((_, i) => (chosen >> i & 1) == 1).ToArray();
                if (set.Length > 4)
                    continue;
                var key = set.Select((a, i) => ((ulong)a + 1) << (16 * i))
                    .Aggregate((a, b) => a | b);
                expected[key] = expected.GetValueOrDefault(key) + 1;
            }
        Assert.Equal(
            expected.Where(each => each.Value >= 10).OrderBy(each => each.Key),
            frequent.OrderBy(each => each.Key)
        );
    }

    [Fact]
    public void They_come_out_once_rounded_down_and_never_after_noise()
    {
        var ledger = PrivacyLedger.InMemory(new(4, 1e-6), new FakeClock());
        var records = TriedRecords.Of(600, 9);
        var counts = ExactGroups.Count(records, 10, 2, ledger, "cases");
        Assert.All(counts, each => Assert.Equal(0, each.Count % 10));
        Assert.All(counts, each => Assert.Equal(each.Count + 9, each.High));
        Assert.Throws<LedgerRefusedException>(() =>
            ExactGroups.Count(records, 10, 2, ledger, "cases")
        );
        ledger.Spend("others", LedgerMechanism.Synthesis, 0.001, "");
        Assert.Throws<LedgerRefusedException>(() =>
            ExactGroups.Count(records, 10, 2, ledger, "others")
        );
    }
}
