// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Faro.Programme.Studies.Steps;

/// <summary>What a figure shows. Every count of persons in it is protected: null is a count that may not be read.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "figure")]
[JsonDerivedType(typeof(SourcesFigure), "sources")]
[JsonDerivedType(typeof(SamePersonFigure), "same-person")]
[JsonDerivedType(typeof(ListsFigure), "lists")]
[JsonDerivedType(typeof(EstimateFigure), "estimate")]
[JsonDerivedType(typeof(SensitivityFigure), "sensitivity")]
[JsonDerivedType(typeof(RealityFigure), "reality")]
[JsonDerivedType(typeof(ProfileFigure), "profile")]
[JsonDerivedType(typeof(SeriesFigure), "series")]
public abstract record FigureData
{
    public string ToJson() => JsonSerializer.Serialize(this, StudyJson.Plain);

    /// <exception cref="JsonException">Not a figure.</exception>
    public static FigureData FromJson(string json) =>
        JsonSerializer.Deserialize<FigureData>(json, StudyJson.Plain)
        ?? throw new JsonException("A figure is missing.");
}

/// <summary>Something the reader must know. The code has words in both languages.</summary>
/// <param name="Code">A code of the estimation or linkage engine.</param>
/// <param name="Values">Names of lists and models, limits; never a count of persons under the minimum.</param>
public sealed record FigureNotice(string Code, params IReadOnlyList<string> Values);

/// <summary>What the study was made from.</summary>
/// <param name="Rows">One per source, in their order.</param>
public sealed record SourcesFigure(IReadOnlyList<SourceRow> Rows) : FigureData;

/// <param name="Number">Place in the study, from 1.</param>
/// <param name="Kind">A code of the list <c>study-source-kinds</c>.</param>
/// <param name="Name">What the report calls it.</param>
/// <param name="Origin">Agency or maker, in words.</param>
/// <param name="RetrievedOn">Day.</param>
/// <param name="Licence">As given.</param>
/// <param name="Citation">As given.</param>
/// <param name="Records">Rows, protected when they are persons.</param>
/// <param name="FileHash">SHA-256 of the file; empty for the register.</param>
public sealed record SourceRow(
    int Number,
    string Kind,
    string Name,
    string Origin,
    DateOnly RetrievedOn,
    string Licence,
    string Citation,
    long? Records,
    string FileHash
);

/// <summary>Who is the same person, over all lists of persons: counts only.</summary>
/// <param name="Records">Records compared.</param>
/// <param name="People">Different persons found.</param>
/// <param name="Lists">One per list.</param>
/// <param name="Links">One per pair of lists.</param>
/// <param name="Sizes">How many persons stand on how many records.</param>
/// <param name="Notices">What linkage warns of.</param>
public sealed record SamePersonFigure(
    long? Records,
    long? People,
    IReadOnlyList<ListPeople> Lists,
    IReadOnlyList<ListLink> Links,
    IReadOnlyList<ClusterSize> Sizes,
    IReadOnlyList<FigureNotice> Notices
) : FigureData;

/// <param name="List">Name of the list.</param>
/// <param name="Records">Its records.</param>
/// <param name="People">Different persons on it.</param>
/// <param name="Repeats">Records that repeat a person of the same list.</param>
public sealed record ListPeople(string List, long? Records, long? People, long? Repeats);

/// <param name="First">Name of a list.</param>
/// <param name="Second">Name of a later list.</param>
/// <param name="People">Persons on both.</param>
public sealed record ListLink(string First, string Second, long? People);

/// <param name="Records">1, 2, 3; 4 stands for four and more.</param>
/// <param name="People">Persons on that many records.</param>
public sealed record ClusterSize(int Records, long? People);

/// <summary>Who is on which lists: the data of an UpSet chart and its table.</summary>
/// <param name="Lists">Names and sizes, in the order of the table.</param>
/// <param name="Observed">Persons on at least one list.</param>
/// <param name="Patterns">Exactly these lists and no other; only those that may be shown, largest first.</param>
/// <param name="HiddenPatterns">Whether some that somebody is on are not shown.</param>
public sealed record ListsFigure(
    IReadOnlyList<ListSize> Lists,
    long? Observed,
    IReadOnlyList<OverlapPattern> Patterns,
    bool HiddenPatterns
) : FigureData;

/// <param name="List">Name of the list.</param>
/// <param name="People">Persons on it.</param>
public sealed record ListSize(string List, long? People);

/// <param name="On">Places of the lists in <see cref="ListsFigure.Lists"/>, from 0.</param>
/// <param name="People">Persons on exactly these.</param>
public sealed record OverlapPattern(IReadOnlyList<int> On, long People);

/// <summary>Persons of one source by one characteristic.</summary>
/// <param name="Source">Number of the source.</param>
/// <param name="SourceName">What the report calls it.</param>
/// <param name="Group">A code of <see cref="ProfileGroups"/>.</param>
/// <param name="List">The code list that has words for the rows; empty when a row's code is its own word (years).</param>
/// <param name="ManyAnswers">Whether a person can be in several rows: shares then add up to more than 100 %.</param>
/// <param name="Records">Persons in the source.</param>
/// <param name="Informative">The denominator: persons of whom this characteristic is known.</param>
/// <param name="Rows">In the order of the code list, years in order of time.</param>
/// <param name="AnyHidden">Whether a count is hidden.</param>
public sealed record ProfileFigure(
    int Source,
    string SourceName,
    string Group,
    string List,
    bool ManyAnswers,
    long? Records,
    long? Informative,
    IReadOnlyList<ProfileRow> Rows,
    bool AnyHidden
) : FigureData;

/// <param name="Code">A code of the figure's list.</param>
/// <param name="Count">Persons.</param>
/// <param name="Percent">Of the shown denominator, one decimal; worked out from the two numbers shown, so it tells no more than they do.</param>
public sealed record ProfileRow(string Code, long? Count, double? Percent);

/// <summary>A context series as its source gives it.</summary>
/// <param name="Source">Number of the source.</param>
/// <param name="SourceName">What the report calls it.</param>
/// <param name="Indicator">What it measures, in the words of the file.</param>
/// <param name="Unit">A code of the list <c>indicator-units</c>, or empty.</param>
/// <param name="Place">Where, in the words of the file, or empty.</param>
/// <param name="Points">In order of time.</param>
public sealed record SeriesFigure(
    int Source,
    string SourceName,
    string Indicator,
    string Unit,
    string Place,
    IReadOnlyList<SeriesPoint> Points
) : FigureData;

/// <param name="Period">A year, a year and month, or a date (ISO 8601).</param>
/// <param name="Value">In the unit of the series.</param>
public sealed record SeriesPoint(string Period, decimal Value);
