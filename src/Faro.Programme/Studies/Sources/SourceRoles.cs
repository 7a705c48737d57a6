// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage;

namespace Faro.Programme.Studies.Sources;

/// <summary>What a column can be, per kind of source. Lists of persons use the roles of the linkage engine.</summary>
public static class SourceRoles
{
    public const string Ignored = "ignored";

    /// <summary>Overlap table: 1 when the people of the row are on this list.</summary>
    public const string List = "list";

    /// <summary>Overlap table: how many people.</summary>
    public const string Count = "count";

    /// <summary>Series: which indicator; one series per value.</summary>
    public const string Indicator = "indicator";

    /// <summary>Series: a year or a date.</summary>
    public const string Period = "period";

    /// <summary>Series: a number, with a point as decimal sign.</summary>
    public const string Value = "value";

    /// <summary>Series: a code of the list <c>indicator-units</c>.</summary>
    public const string Unit = "unit";

    /// <summary>Series: the place it speaks of.</summary>
    public const string Place = "place";

    /// <summary>The roles a column of this kind of source can have, the one that is ignored first.</summary>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    public static IReadOnlyList<string> Of(string kind) =>
        kind switch
        {
            SourceKinds.PersonList =>
            [
                .. Enum.GetValues<ColumnRole>()
                    .Where(role => role != ColumnRole.Source)
                    .Select(SchemaGuess.NameOf),
            ],
            SourceKinds.OverlapTable => [Ignored, List, Count],
            SourceKinds.Microdata =>
            [
                Ignored,
                .. MicrodataVariables.All.Select(variable => variable.Code),
            ],
            SourceKinds.Series => [Ignored, Indicator, Period, Value, Unit, Place],
            _ => [],
        };
}
