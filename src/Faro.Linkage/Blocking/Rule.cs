// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Blocking;

/// <summary>One way to find candidates: records with equal keys are compared.</summary>
/// <param name="Name">Fields joined by +, as the model reports them.</param>
/// <param name="Key">A row's key; 0 when a field is missing.</param>
/// <param name="OtherKey">A second key of the row, for names that may stand in either place; 0 for none.</param>
/// <param name="NeedsGap">Only pairs of which at least one has no birth year: the others meet by better rules.</param>
internal sealed record Rule(
    string Name,
    Func<int, ulong> Key,
    Func<int, ulong>? OtherKey = null,
    bool NeedsGap = false
);

/// <summary>The rules for the columns that are there, most telling first.</summary>
internal sealed class RuleBook(RecordTable table)
{
    private readonly List<Rule> _rules = [];
    private readonly Dictionary<string, int[]> _columns = new(StringComparer.Ordinal);

    /// <summary>Rules whose fields all have values somewhere.</summary>
    public IReadOnlyList<Rule> Write()
    {
        Fields();
        foreach (
            var role in (ColumnRole[])[ColumnRole.Document, ColumnRole.Phone, ColumnRole.Other]
        )
        {
            foreach (var text in table.Texts.Where(text => text.Role == role))
            {
                _columns[text.Name] = text.Codes;
                Add(text.Name);
            }
        }

        Add("given surname year");
        Add("surname date");
        Add("given date");
        Add("given surname surname2");
        Add("given surname region");
        Add("date region");
        Add("surname surname2 year");
        Add("surname surname2 region");
        Add("given surname2 year");
        Add("given surname given2");
        Add("region surname year");
        Add("region given year");
        Add("given given2 region");
        AddSwaps();
        AddAddresses();
        Add("given surname");
        Add("date");
        Add("surname municipality");
        Add("given municipality year");
        Add("surname year");
        return _rules;
    }

    private void Fields()
    {
        _columns["given"] = table[Field.GivenKey1];
        _columns["given2"] = table[Field.GivenKey2];
        _columns["surname"] = table[Field.SurnameKey1];
        _columns["surname2"] = table[Field.SurnameKey2];
        _columns["region"] = table[Field.Region];
        _columns["country"] = table[Field.Country];
        _columns["municipality"] = table[Field.Municipality];
        _columns["locality"] = table[Field.Locality];
        _columns["year"] = Array.ConvertAll(table[Field.Birth], PartialDate.Year);
        _columns["date"] = Array.ConvertAll(table[Field.Birth], PartialDate.SwapKey);
        foreach (
            var role in (ColumnRole[])
                [ColumnRole.Postcode, ColumnRole.Street, ColumnRole.StreetNumber]
        )
        {
            _columns[SchemaGuess.NameOf(role)] =
                table.Texts.FirstOrDefault(text => text.Role == role)?.Codes
                ?? new int[table.Count];
        }
    }

    private void AddSwaps()
    {
        var (given, given2) = (_columns["given"], _columns["given2"]);
        var (surname, surname2) = (_columns["surname"], _columns["surname2"]);
        var (date, region) = (_columns["date"], _columns["region"]);
        var (alias, name) = (table[Field.AliasKey], table[Field.NameKey]);
        AddBoth("given<>surname", row => Either(100, given[row], surname[row], 1));
        AddBoth(
            "surname<>surname2+given",
            row => Either(101, surname[row], surname2[row], given[row])
        );
        AddBoth(
            "surname|surname2+date",
            row => Keys.Of(102, surname[row], date[row]),
            row => Keys.Of(102, surname2[row], date[row])
        );
        AddBoth(
            "given|given2+date",
            row => Keys.Of(103, given[row], date[row]),
            row => Keys.Of(103, given2[row], date[row])
        );
        AddBoth(
            "given|given2+surname+region",
            row => Keys.Of(104, given[row], surname[row], region[row]),
            row => Keys.Of(104, given2[row], surname[row], region[row])
        );
        AddBoth("alias|name", row => Keys.Of(105, name[row]), row => Keys.Of(105, alias[row]));
        var country = _columns["country"];
        if (HasAny(country) && HasAny(given) && HasAny(surname))
        {
            _rules.Add(
                new Rule(
                    "country+given+surname, a year missing",
                    row => Keys.Of(106, country[row], given[row], surname[row]),
                    NeedsGap: true
                )
            );
        }
    }

    private void AddAddresses()
    {
        Add("street street-number");
        Add("region street");
        Add("locality surname");
        Add("locality given");
        Add("postcode given");
        Add("postcode surname");
        Add("postcode street-number");
        Add("locality street-number");
        Add("postcode date");
        Add("given street-number");
        Add("surname street-number");
        Add("postcode locality");
    }

    private void Add(string fields)
    {
        var names = fields.Split(' ');
        var columns = names.Select(name => _columns[name]).ToArray();
        if (!columns.All(HasAny))
        {
            return;
        }

        var rule = _rules.Count + 1;
        _rules.Add(
            new Rule(
                string.Join('+', names),
                columns.Length switch
                {
                    1 => row => Keys.Of(rule, columns[0][row]),
                    2 => row => Keys.Of(rule, columns[0][row], columns[1][row]),
                    _ => row => Keys.Of(rule, columns[0][row], columns[1][row], columns[2][row]),
                }
            )
        );
    }

    private void AddBoth(string name, Func<int, ulong> key, Func<int, ulong>? other = null)
    {
        for (var row = 0; row < table.Count; row++)
        {
            if (key(row) != 0)
            {
                _rules.Add(new Rule(name, key, other));
                return;
            }
        }
    }

    private static bool HasAny(int[] codes) => Array.Exists(codes, code => code != 0);

    /// <summary>A key that is the same whichever of the two names stands first.</summary>
    private static ulong Either(int rule, int one, int other, int third) =>
        Keys.Of(rule, Math.Min(one, other), Math.Max(one, other), third);
}

/// <summary>Keys of 64 bits from codes.</summary>
internal static class Keys
{
    public static ulong Of(int rule, int one) => one == 0 ? 0 : Mix(Mix((ulong)rule, one), 1);

    public static ulong Of(int rule, int one, int two) =>
        one == 0 || two == 0 ? 0 : Mix(Mix((ulong)rule, one), two);

    public static ulong Of(int rule, int one, int two, int three) =>
        one == 0 || two == 0 || three == 0 ? 0 : Mix(Mix(Mix((ulong)rule, one), two), three);

    /// <summary>A narrower key: the same key and one more code.</summary>
    public static ulong Narrow(ulong key, int code) => Mix(key, code);

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014) over a running state.</summary>
    private static ulong Mix(ulong state, int code)
    {
        unchecked
        {
            state = (state ^ (uint)code) + 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            state ^= state >> 31;
            return state == 0 ? 1 : state;
        }
    }
}
