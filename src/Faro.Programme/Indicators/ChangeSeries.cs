// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Indicators;

/// <summary>Changes what is said of a series; its figures stay.</summary>
public sealed class ChangeSeries(OperationDoor door) : Operation<ChangeSeriesInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageIndicators;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeSeriesInput input,
        CancellationToken cancellation
    )
    {
        var series = await act.Db.Series.FirstOrDefaultAsync(
            series => series.Id == input.Id,
            cancellation
        );
        if (series is null)
        {
            return new Refusal(IndicatorRefusals.NotFound);
        }

        if (series.Version != input.Version)
        {
            return new Refusal(IndicatorRefusals.ChangedMeanwhile);
        }

        var answers = input.Series.Tidy();
        var refusals = await SeriesRules.CheckAsync(act, answers, series.Id, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        answers.Write(series);
        series.Version++;
        act.Note(
            "series",
            series.Id,
            ("version", series.Version.ToString(CultureInfo.InvariantCulture))
        );
        return default(Done);
    }
}

/// <param name="Id">The series.</param>
/// <param name="Version">Its version when the form was opened.</param>
/// <param name="Series">What it shall say.</param>
public sealed record ChangeSeriesInput(Guid Id, int Version, SeriesAnswers Series);
