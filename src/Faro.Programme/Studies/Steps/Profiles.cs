// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>Persons of a source by one characteristic after another, with the denominators of CTDC's codebook.</summary>
/// <remarks>Source: CTDC Global Synthetic Dataset, codebook v2 (February 2024): in a group of flags the denominator is
/// the records with at least one 1 in that group, inside it an empty flag is a no, and shares may exceed 100 %.</remarks>
internal static class Profiles
{
    private const string SourceCell = "source";

    /// <summary>Groups whose flags make a whole, so that a share of them means something.</summary>
    private static readonly string[] WholeGroups =
    [
        ProfileGroups.Means,
        ProfileGroups.Forms,
        ProfileGroups.LabourTypes,
        ProfileGroups.SexualTypes,
        ProfileGroups.Recruiter,
    ];

    /// <summary>True counts of a source of microdata.</summary>
    public static IReadOnlyList<GroupCount> Count(StepSource source, CancellationToken cancellation)
    {
        var variables = source
            .Mapping.Columns.Select(column => MicrodataVariables.Find(column.Role)!)
            .ToList();
        var groups = variables
            .GroupBy(variable => (variable.Group, variable.IsFlag))
            .Select(group => new Tally(group.Key.Group, [.. group], variables))
            .ToList();
        long records = 0;
        foreach (var line in source.Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            records++;
            groups.ForEach(group => group.Take(line.Cells));
        }

        return
        [
            .. groups
                .OrderBy(group => ProfileGroups.All.ToList().IndexOf(group.Group))
                .Select(group => group.Count(records)),
        ];
    }

    /// <summary>A figure of each group of one source in which something is known of somebody.</summary>
    /// <remarks>All of them count the same persons, so they are protected as one.</remarks>
    public static IReadOnlyList<ProfileFigure> Figures(
        int source,
        string sourceName,
        IReadOnlyList<GroupCount> groups,
        Protection protection,
        CancellationToken cancellation
    )
    {
        var known = groups.Where(group => group.Counts.Count > 0).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        var tables = protection.Tables(Linked(known), cancellation);
        var records = tables[^1].Public(SourceCell);
        return
        [
            .. known.Select(
                (group, i) =>
                    Figure(
                        source,
                        sourceName,
                        group,
                        records,
                        tables[i],
                        group.ManyAnswers
                            ? tables[^1].Public(InformativeCell(i))
                            : tables[i].Public(Dimension.TotalCode)
                    )
            ),
        ];
    }

    /// <summary>A table for each group, and a last one of the persons in the source and those of whom each group is known.</summary>
    private static LinkedTables Linked(List<GroupCount> groups)
    {
        var informative = groups.Index().Where(group => group.Item.ManyAnswers).ToList();
        var linked = LinkedTables.Of([
            .. groups.Select(Table),
            CountTable.OneWay(
                Dimension.WithoutTotal(
                    "persons",
                    [SourceCell, .. informative.Select(group => InformativeCell(group.Index))]
                ),
                [groups[0].Records, .. informative.Select(group => group.Item.Informative)]
            ),
        ]);
        var all = new TableCell(groups.Count, SourceCell);
        foreach (var (i, group) in groups.Index())
        {
            var answered = group.ManyAnswers
                ? new TableCell(groups.Count, InformativeCell(i))
                : new TableCell(i, Dimension.TotalCode);
            linked = linked.WithAtLeast(all, answered);
            if (!group.ManyAnswers)
            {
                continue;
            }

            var answers = group.Counts.Select(count => new TableCell(i, count.Code)).ToList();
            linked = answers.Aggregate(
                linked.WithAtMost(answered, answers),
                (tied, answer) => tied.WithAtLeast(answered, answer)
            );
        }

        return linked;
    }

    private static CountTable Table(GroupCount group)
    {
        List<string> codes = [.. group.Counts.Select(count => count.Code)];
        return CountTable.OneWay(
            group.ManyAnswers
                ? Dimension.WithoutTotal(group.Group, codes)
                : Dimension.Flat(group.Group, codes),
            [.. group.Counts.Select(count => count.People)]
        );
    }

    private static string InformativeCell(int group) =>
        "informative-" + group.ToString(CultureInfo.InvariantCulture);

    private static ProfileFigure Figure(
        int source,
        string sourceName,
        GroupCount group,
        long? records,
        ProtectedTable table,
        long? informative
    )
    {
        var denominator = group.HasShares ? informative : null;
        var rows = group
            .Counts.Select(count =>
                table.Public(count.Code) is { } shown
                    ? new ProfileRow(count.Code, shown, Percent(shown, denominator))
                    : new ProfileRow(count.Code, null, null)
            )
            .ToList();
        return new ProfileFigure(
            source,
            sourceName,
            group.Group,
            group.List,
            group.ManyAnswers,
            records,
            denominator,
            // In a list that never ends, a row without a number would still say that somebody is there.
            group.IsOpen
                ? [.. rows.Where(row => row.Count is not null)]
                : rows,
            rows.Exists(row => row.Count is null)
        );
    }

    /// <summary>Of two numbers that are shown, so that it tells no more than they do.</summary>
    private static double? Percent(long shown, long? denominator) =>
        denominator is > 0 ? Math.Round(100.0 * shown / denominator.Value, 1) : null;

    /// <summary>One group of a source while its rows pass.</summary>
    private sealed class Tally
    {
        private readonly bool _isFlags;
        private readonly List<MicrodataVariable> _own;
        private readonly List<int> _places;
        private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
        private long _informative;

        public Tally(string group, List<MicrodataVariable> own, List<MicrodataVariable> all)
        {
            (Group, _own, _isFlags) = (group, own, own[0].IsFlag);
            _places = own.ConvertAll(all.IndexOf);
        }

        public string Group { get; }

        public void Take(IReadOnlyList<string> cells)
        {
            var before = _informative;
            for (var i = 0; i < _own.Count; i++)
            {
                var cell = cells[_places[i]];
                var code = "";
                if (_isFlags)
                {
                    code = cell == "1" ? _own[i].Code : "";
                }
                else
                {
                    _ = MicrodataValues.TryRead(_own[i].Code, cell, out code);
                }

                if (code.Length > 0)
                {
                    _counts[code] = _counts.GetValueOrDefault(code) + 1;
                    _informative = before + 1;
                }
            }
        }

        public GroupCount Count(long records)
        {
            var list = _isFlags ? MicrodataVariables.List : MicrodataValues.ListOf(_own[0].Code);
            var isOpen = !_isFlags && list is "" or MicrodataValues.CountryList;
            var codes =
                _isFlags ? [.. _own.Select(variable => variable.Code)]
                : isOpen ? (IEnumerable<string>)_counts.Keys
                : CodeLists.Get(list).Entries.Select(entry => entry.Code);
            return new GroupCount(
                Group,
                list,
                _isFlags,
                isOpen,
                !_isFlags || WholeGroups.Contains(Group, StringComparer.Ordinal),
                records,
                _informative,
                [.. codes.Select(code => new CodeCount(code, _counts.GetValueOrDefault(code)))]
            );
        }
    }
}

/// <summary>True counts of one group; they never leave the step.</summary>
/// <param name="Group">Of <see cref="ProfileGroups"/>.</param>
/// <param name="List">Code list of the rows, or empty.</param>
/// <param name="ManyAnswers">Whether a person can be in several rows.</param>
/// <param name="IsOpen">Whether only values that occur are rows.</param>
/// <param name="HasShares">Whether shares mean something.</param>
/// <param name="Records">Persons in the source.</param>
/// <param name="Informative">Persons of whom it is known: the denominator.</param>
/// <param name="Counts">In order.</param>
internal sealed record GroupCount(
    string Group,
    string List,
    bool ManyAnswers,
    bool IsOpen,
    bool HasShares,
    long Records,
    long Informative,
    IReadOnlyList<CodeCount> Counts
)
{
    /// <summary>The exact share of a row, in percent of the informative records.</summary>
    public double Percent(string code) =>
        100.0 * Counts.Single(count => count.Code == code).People / Informative;
}

/// <param name="Code">A code of the group's list.</param>
/// <param name="People">True count.</param>
internal sealed record CodeCount(string Code, long People);
