// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Cases;

/// <summary>
/// Opens a case to be put together on paper, for the compartments that are asked for and no others; which, and by whom,
/// stands in the audit.
/// </summary>
public sealed class PrintCaseFile(OperationDoor door)
    : ReadingOperation<PrintCaseFileInput, CaseReading>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<CaseReading>> ActAsync(
        Act act,
        PrintCaseFileInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        if (
            input.Compartments.Count == 0
            || input.Compartments.Except(Compartments.All, StringComparer.Ordinal).Any()
        )
        {
            return new Refusal(CaseRefusals.CompartmentUnknown, nameof(input.Compartments));
        }

        foreach (var compartment in input.Compartments)
        {
            if (!await act.MayWorkInAsync(found.Value, compartment, cancellation))
            {
                return new Refusal(CaseRefusals.NotFound);
            }
        }

        act.Note(
            "case",
            input.CaseId,
            ("compartments", string.Join(' ', input.Compartments.Order(StringComparer.Ordinal)))
        );
        return await act.Get<ReadCase>().ActAsync(act, input.CaseId, cancellation);
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Compartments">At least one; all of them open to who prints.</param>
public sealed record PrintCaseFileInput(Guid CaseId, IReadOnlyList<string> Compartments);
