// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Indicators;

/// <summary>Checks figures and puts them into a series: all of them, or none.</summary>
internal static class ValueRules
{
    /// <summary>More refusals than anybody reads at once are not told.</summary>
    public const int MostRefusals = 20;

    /// <param name="act">The operation.</param>
    /// <param name="id">The series.</param>
    /// <param name="version">Its version when the form was opened; null when whoever writes does not care.</param>
    /// <param name="figures">With the row each stands in.</param>
    /// <param name="field">The input's field that refusals are about.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>How many figures were set or taken out.</returns>
    public static async Task<Outcome<int>> PutAsync(
        Act act,
        Guid id,
        int? version,
        IReadOnlyList<(int Row, SeriesFigure Figure)> figures,
        string field,
        CancellationToken cancellation
    )
    {
        var series = await act
            .Db.Series.Include(series => series.Values)
            .FirstOrDefaultAsync(series => series.Id == id, cancellation);
        if (series is null)
        {
            return new Refusal(IndicatorRefusals.NotFound);
        }

        if (version is { } seen && series.Version != seen)
        {
            return new Refusal(IndicatorRefusals.ChangedMeanwhile);
        }

        return Put(act, series, figures, field);
    }

    /// <inheritdoc cref="PutAsync"/>
    public static Outcome<int> Put(
        Act act,
        Series series,
        IReadOnlyList<(int Row, SeriesFigure Figure)> figures,
        string field
    )
    {
        if (figures.Count == 0)
        {
            return new Refusal(IndicatorRefusals.NoValues, field);
        }

        var refusals = Check(series, figures, field).Take(MostRefusals).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        foreach (var (_, figure) in figures)
        {
            Put(act, series, figure);
        }

        if (series.Values.Count > Series.MaxValues)
        {
            return new Refusal(IndicatorRefusals.TooManyValues, field, Series.MaxValues);
        }

        series.Version++;
        act.Note(
            "series",
            series.Id,
            ("figures", figures.Count.ToString(CultureInfo.InvariantCulture)),
            ("version", series.Version.ToString(CultureInfo.InvariantCulture))
        );
        return figures.Count;
    }

    private static IEnumerable<Refusal> Check(
        Series series,
        IReadOnlyList<(int Row, SeriesFigure Figure)> figures,
        string field
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var leaving = figures
            .Where(each => each.Figure.Value is null)
            .Select(each => each.Figure.Period)
            .ToHashSet(StringComparer.Ordinal);
        var first = series.Values.Find(value => !leaving.Contains(value.Period))?.Period;
        foreach (var (row, figure) in figures)
        {
            if (!Period.IsWellFormed(figure.Period ?? ""))
            {
                yield return new Refusal(IndicatorRefusals.PeriodMalformed, field, row);
                continue;
            }

            if (!seen.Add(figure.Period!))
            {
                yield return new Refusal(IndicatorRefusals.PeriodTwice, field, row);
            }

            if (figure.Value is null)
            {
                continue;
            }

            first ??= figure.Period;
            if (!Period.AreOfOneKind(first!, figure.Period!))
            {
                yield return new Refusal(IndicatorRefusals.PeriodMixed, field, row);
            }

            if (!CodeLists.Get("value-statuses").Contains(figure.Status ?? ""))
            {
                yield return new Refusal(IndicatorRefusals.StatusUnknown, field, row);
            }

            if (Math.Abs(figure.Value.Value) >= 1_000_000_000_000_000m)
            {
                yield return new Refusal(IndicatorRefusals.ValueMalformed, field, row);
            }
        }
    }

    private static void Put(Act act, Series series, SeriesFigure figure)
    {
        var known = series.Values.Find(value => value.Period == figure.Period);
        if (figure.Value is not { } value)
        {
            if (known is not null)
            {
                series.Values.Remove(known);
                act.Db.Remove(known);
            }
        }
        else if (known is null)
        {
            series.Values.Add(
                new SeriesValue
                {
                    SeriesId = series.Id,
                    Period = figure.Period,
                    Value = decimal.Round(value, 6),
                    Status = figure.Status,
                }
            );
        }
        else
        {
            (known.Value, known.Status) = (decimal.Round(value, 6), figure.Status);
        }
    }
}

/// <summary>One figure as it is given.</summary>
/// <param name="Period">As in <see cref="Indicators.Period"/>.</param>
/// <param name="Value">In the series' unit; under 10¹⁵, rounded to six places. Null takes the period out.</param>
/// <param name="Status">A code of <c>value-statuses</c>; ignored when the period is taken out.</param>
public sealed record SeriesFigure(string Period, decimal? Value, string Status);
