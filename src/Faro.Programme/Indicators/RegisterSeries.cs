// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Indicators;

/// <summary>Registers a context series, still without figures.</summary>
public sealed class RegisterSeries(OperationDoor door) : Operation<SeriesAnswers, Guid>(door)
{
    public override Permission Permission => Permissions.ManageIndicators;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        SeriesAnswers input,
        CancellationToken cancellation
    )
    {
        var series = await AddAsync(act, input, cancellation);
        return series.Done ? series.Value.Id : series.Refusals.ToList();
    }

    internal static async Task<Outcome<Series>> AddAsync(
        Act act,
        SeriesAnswers input,
        CancellationToken cancellation
    )
    {
        var answers = input.Tidy();
        var refusals = await SeriesRules.CheckAsync(act, answers, null, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var series = new Series
        {
            Id = act.NewId(),
            Code = answers.Code,
            NameEs = answers.NameEs,
            NameEn = answers.NameEn,
            Unit = answers.Unit,
            Territory = answers.Territory,
            Source = answers.Source,
            CreatedAt = act.Now,
        };
        answers.Write(series);
        act.Db.Series.Add(series);
        act.Note("series", series.Id, ("code", series.Code));
        return series;
    }
}
