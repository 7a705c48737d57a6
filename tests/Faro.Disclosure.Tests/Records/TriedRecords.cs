// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Tests.Records;

/// <summary>Small invented records for tests.</summary>
internal static class TriedRecords
{
    public static RecordDomain Domain { get; } =
        RecordDomain.Of(
            new("age", ["0-17", "18-29", "30+"]),
            new("sex", ["woman", "man"]),
            new("work", ["yes"]),
            new("threats", ["yes"]),
            new("country", ["A", "B", "C", "other"], "other")
        );

    /// <summary>Records whose columns depend on two hidden kinds of persons.</summary>
    public static RecordTable Of(int count, int seed)
    {
        // A test's own records: nothing is released.
        var dice = new Random(seed);
        var table = new RecordTable(Domain);
        for (var i = 0; i < count; i++)
        {
            var isOne = dice.Next(10) < 6;
            table.Add(
                dice.Next(10) < (isOne ? 7 : 2) ? "0-17"
                    : dice.Next(2) == 0 ? "18-29"
                    : "30+",
                dice.Next(10) < (isOne ? 9 : 4) ? "woman" : "man",
                dice.Next(10) < (isOne ? 2 : 8) ? "yes" : "",
                dice.Next(10) < (isOne ? 6 : 3) ? "yes" : "",
                isOne ? "A"
                    : dice.Next(4) == 0 ? "Z"
                    : "B"
            );
        }
        return table;
    }

    /// <summary>Each record as its attributes.</summary>
    public static List<int[]> Rows(RecordTable table)
    {
        var rows = new List<int[]>();
        foreach (var block in table.Blocks)
        {
            var at = 0;
            foreach (var length in block.Lengths)
            {
                rows.Add([.. block.Attributes.Slice(at, length).ToArray().Select(a => (int)a)]);
                at += length;
            }
        }
        return rows;
    }
}
