// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Indicators;

/// <summary>Removes a series with its figures for good. Its code must be repeated, so that nobody removes it by a slip.</summary>
public sealed class RemoveSeries(OperationDoor door) : Operation<RemoveSeriesInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageIndicators;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RemoveSeriesInput input,
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

        if (input.Code?.Trim() != series.Code)
        {
            return new Refusal(IndicatorRefusals.NotConfirmed, nameof(input.Code));
        }

        act.Db.Series.Remove(series);
        act.Note("series", series.Id, ("code", series.Code));
        return default(Done);
    }
}

/// <param name="Id">The series.</param>
/// <param name="Code">Its code, repeated.</param>
public sealed record RemoveSeriesInput(Guid Id, string Code);
