// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Steps;
using Faro.Web.Layout;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Studies.Figures;

/// <summary>The words and numbers of figures in the reader's language.</summary>
public sealed class FigureWords(IStringLocalizer<Text> words)
{
    private static readonly string[] TwoLists = ["chapman:", "lincoln-petersen:"];

    private static readonly string[] ModelFirst =
    [
        "model.",
        "method.",
        "interval.",
        "verdict.no-interval",
        "verdict.heterogeneity",
        "verdict.did-not-mix",
        "verdict.benchmark-excluded",
        "verdict.low-coverage",
    ];

    private static CultureInfo Reader => CultureInfo.CurrentUICulture;

    /// <summary>A count, or the word for one that is hidden.</summary>
    public string Count(long? value) =>
        value is { } known ? known.ToString("N0", Reader) : words["Figure.Hidden"];

    /// <summary>A count as a chart's cell; a hidden one has no number that could be drawn.</summary>
    public ChartCell Cell(long? value) => new(Count(value), value);

    /// <param name="value">0 to 100.</param>
    public string Percent(double? value) =>
        value is { } known ? (known / 100).ToString("P1", Reader) : words["Figure.Hidden"];

    /// <param name="value">0 to 1.</param>
    public static string Level(double value) => value.ToString("P0", Reader);

    public string Number(decimal value) =>
        value.ToString(value == decimal.Truncate(value) ? "N0" : "#,##0.###", Reader);

    /// <summary>The name of a model or formula in plain words.</summary>
    public string Model(string name)
    {
        if (Array.Exists(TwoLists, start => name.StartsWith(start, StringComparison.Ordinal)))
        {
            var pair = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', 2);
            return words["Model.two-lists", pair[0], pair[^1]];
        }

        var known = words[$"Model.{name}"];
        return known.ResourceNotFound ? name : known;
    }

    /// <summary>The words of a notice. A value that is a protected count never came here: its place says "few".</summary>
    public string Notice(FigureNotice notice)
    {
        var text = words[notice.Code];
        if (text.ResourceNotFound)
        {
            return notice.Code;
        }

        if (notice.Code == EstimateFigure.AssumptionFails)
        {
            return string.Format(
                Reader,
                text.Value,
                CodeLists.Get(Assumptions.List).Label(notice.Values[0], Reader)
            );
        }

        var namesModel = ModelFirst.Any(start =>
            notice.Code.StartsWith(start, StringComparison.Ordinal)
        );
        var values = notice
            .Values.Select((value, place) => namesModel && place == 0 ? Model(value) : Plain(value))
            .Concat(Enumerable.Repeat<object>(words["Figure.Few"].Value, 4))
            .ToArray();
        return string.Format(Reader, text.Value, values);
    }

    /// <summary>What a figure is called, under its number.</summary>
    public string Title(FigureData data) =>
        data switch
        {
            ProfileFigure profile => words[
                "Figure.Title.profile",
                Group(profile.Group),
                profile.SourceName
            ],
            SeriesFigure series => series.Place.Length == 0
                ? series.Indicator
                : words["Figure.Title.series", series.Indicator, series.Place],
            SourcesFigure => words["Figure.Title.sources"],
            SamePersonFigure => words["Figure.Title.same-person"],
            ListsFigure => words["Figure.Title.lists"],
            EstimateFigure => words["Figure.Title.estimate"],
            SensitivityFigure => words["Figure.Title.sensitivity"],
            RealityFigure => words["Figure.Title.reality"],
            _ => throw new InvalidOperationException("Bug in Faro: a figure without a title"),
        };

    /// <summary>What was changed to see how far the answer moves.</summary>
    public string Change(SensitivityRow row) =>
        words[$"Change.{row.Check}", string.Join(" + ", row.Subject), row.Value ?? 0];

    public string Group(string group) => words[$"Group.{group}"];

    /// <summary>The words of one row of a profile; a code without a list is its own word.</summary>
    public static string Row(ProfileFigure figure, string code) =>
        figure.List.Length > 0 && CodeLists.Exists(figure.List)
            ? CodeLists.Get(figure.List).Label(code, Reader)
            : code;

    /// <summary>Numbers of a notice are written as its reader writes them; names stay as they are.</summary>
    private static object Plain(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == value
            ? number
            : value;
}
