// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Documents;

/// <summary>Forgets a file that is on its way.</summary>
public sealed class DiscardUpload(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.UploadAsync(input, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (pen, document, version) = found.Value;
        await act.ForgetAsync(document, version, cancellation);
        act.Note("case", pen.File.Id, ("document", document.Id.ToString()));
        return default(Done);
    }
}
