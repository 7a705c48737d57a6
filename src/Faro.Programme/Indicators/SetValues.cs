// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Indicators;

/// <summary>Sets figures of a series: those of known periods are replaced, others added; all or none.</summary>
public sealed class SetValues(OperationDoor door) : Operation<SetValuesInput, int>(door)
{
    public override Permission Permission => Permissions.ManageIndicators;

    protected internal override Task<Outcome<int>> ActAsync(
        Act act,
        SetValuesInput input,
        CancellationToken cancellation
    ) =>
        ValueRules.PutAsync(
            act,
            input.Id,
            input.Version,
            [.. (input.Values ?? []).Select((figure, i) => (i + 1, figure))],
            nameof(input.Values),
            cancellation
        );
}

/// <param name="Id">The series.</param>
/// <param name="Version">Its version when the form was opened; null to write whatever it is.</param>
/// <param name="Values">At least one; rows in refusals count from 1.</param>
public sealed record SetValuesInput(Guid Id, int? Version, IReadOnlyList<SeriesFigure> Values);
