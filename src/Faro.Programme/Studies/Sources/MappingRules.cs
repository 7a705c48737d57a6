// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;
using Faro.Linkage;

namespace Faro.Programme.Studies.Sources;

/// <summary>Whether a mapping makes a source of a kind readable.</summary>
internal static class MappingRules
{
    private static readonly string[] ManyColumns =
    [
        SourceRoles.Ignored,
        SourceRoles.List,
        SchemaGuess.NameOf(ColumnRole.GivenNames),
        SchemaGuess.NameOf(ColumnRole.Alias),
        SchemaGuess.NameOf(ColumnRole.Document),
        SchemaGuess.NameOf(ColumnRole.Phone),
        SchemaGuess.NameOf(ColumnRole.Street),
        SchemaGuess.NameOf(ColumnRole.Other),
    ];

    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="mapping">Tidied: without ignored columns.</param>
    /// <param name="columns">How many the file has.</param>
    public static List<Refusal> Check(string kind, SourceMapping mapping, int columns)
    {
        var refusals = new List<Refusal>();
        var roles = SourceRoles.Of(kind);
        var seen = new HashSet<int>();
        foreach (var column in mapping.Columns)
        {
            if (column.Column < 1 || column.Column > columns)
            {
                refusals.Add(new Refusal(SourceRefusals.ColumnNotThere, "", column.Column));
            }
            else if (!seen.Add(column.Column))
            {
                refusals.Add(new Refusal(SourceRefusals.ColumnTwice, "", column.Column));
            }

            if (!roles.Contains(column.Role, StringComparer.Ordinal))
            {
                refusals.Add(
                    new Refusal(SourceRefusals.RoleUnknown, "", column.Column, column.Role)
                );
            }
        }

        refusals.AddRange(
            mapping
                .Columns.GroupBy(column => column.Role, StringComparer.Ordinal)
                .Where(group =>
                    group.Count() > 1 && !ManyColumns.Contains(group.Key, StringComparer.Ordinal)
                )
                .Select(group => new Refusal(SourceRefusals.RoleTwice, "", group.Key))
        );
        if (refusals.Count == 0 && Missing(kind, mapping) is { } refusal)
        {
            refusals.Add(refusal);
        }

        return refusals;
    }

    private static Refusal? Missing(string kind, SourceMapping mapping) =>
        kind switch
        {
            SourceKinds.PersonList when !IsComparable(mapping) => new Refusal(
                SourceRefusals.NothingToCompare
            ),
            SourceKinds.OverlapTable => MissingOfOverlap(mapping),
            SourceKinds.Microdata when mapping.Columns.Count == 0 => new Refusal(
                SourceRefusals.NotMapped
            ),
            SourceKinds.Series => MissingRole(mapping, SourceRoles.Period, SourceRoles.Value),
            _ => null,
        };

    private static Refusal? MissingOfOverlap(SourceMapping mapping)
    {
        var lists = mapping.Of(SourceRoles.List).ToList();
        if (lists.Count is < CaptureTable.FewestLists or > CaptureTable.MostLists)
        {
            return new Refusal(
                SourceRefusals.ListCount,
                "",
                lists.Count,
                CaptureTable.FewestLists,
                CaptureTable.MostLists
            );
        }

        return lists.DistinctBy(list => list.Name, StringComparer.Ordinal).Count() < lists.Count
            ? new Refusal(SourceRefusals.NameTaken)
            : MissingRole(mapping, SourceRoles.Count);
    }

    private static Refusal? MissingRole(SourceMapping mapping, params string[] roles) =>
        Array.Find(roles, role => !mapping.Of(role).Any()) is { } missing
            ? new Refusal(SourceRefusals.RoleMissing, "", missing)
            : null;

    private static bool IsComparable(SourceMapping mapping) =>
        mapping.Columns.Count > 0 && PersonSchema.Of(mapping).IsComparable;
}

/// <summary>A mapping of a list of persons as the linkage engine takes it.</summary>
internal static class PersonSchema
{
    public static LinkageSchema Of(SourceMapping mapping) =>
        new(
            mapping.Columns.Select(column =>
            {
                _ = SchemaGuess.TryParse(column.Role, out var role);
                // The header stands for the column only where two columns of role other must be told apart.
                return new SchemaColumn(column.Name, role);
            })
        );
}
