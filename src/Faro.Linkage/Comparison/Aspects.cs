// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Comparison;

/// <summary>The aspects that these lists allow to compare, and the pattern of levels of a pair as one number.</summary>
internal sealed class Aspects
{
    private readonly ulong[] _place;

    private Aspects(Aspect[] all)
    {
        All = all;
        _place = new ulong[all.Length];
        var place = 1UL;
        for (var k = 0; k < all.Length; k++)
        {
            _place[k] = place;
            place *= (ulong)all[k].Levels.Count + 1;
        }
    }

    public Aspect[] All { get; }

    public static Aspects Of(RecordTable table)
    {
        var all = new List<Aspect>();
        void Add(bool isThere, Func<RecordTable, Aspect> make)
        {
            if (isThere)
            {
                all.Add(make(table));
            }
        }

        Add(table.Has(Field.Given1), rows => new GivenAspect(rows));
        Add(table.Has(Field.Surname1), rows => new SurnamesAspect(rows));
        Add(table.Has(Field.Birth), rows => new BirthAspect(rows));
        Add(table.Has(Field.Sex), rows => new SexAspect(rows));
        Add(
            table.Has(Field.Locality)
                || table.Has(Field.Municipality)
                || table.Has(Field.Region)
                || table.Has(Field.Country),
            rows => new PlaceAspect(rows)
        );
        Add(table.Has(Field.Alias), rows => new AliasAspect(rows));
        foreach (var column in table.Texts)
        {
            Add(
                table.Has(column.Place),
                rows =>
                    column.Role is ColumnRole.Street or ColumnRole.Other
                        ? new WordsAspect(rows, column)
                        : new NumberAspect(rows, column)
            );
        }

        return new Aspects([.. all]);
    }

    /// <summary>The levels of a pair as one number in mixed radix.</summary>
    public ulong Pattern(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var pattern = 0UL;
        for (var k = 0; k < All.Length; k++)
        {
            pattern += _place[k] * (ulong)All[k].Of(left, right);
        }

        return pattern;
    }

    /// <summary>The level of one aspect in a pattern; 0 is missing.</summary>
    public int Level(ulong pattern, int aspect) =>
        (int)(pattern / _place[aspect] % ((ulong)All[aspect].Levels.Count + 1));
}
