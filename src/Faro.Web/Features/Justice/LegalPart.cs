// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Web.Features.Cases.Printed;

namespace Faro.Web.Features.Justice;

/// <summary>What a printed case file holds of its legal part, where that part is printed.</summary>
/// <param name="read">Reads it as the person who prints.</param>
/// <param name="component">Shows it; takes it as <c>Reading</c>.</param>
internal abstract class LegalPart<TReading>(ReadingOperation<Guid, TReading> read, Type component)
    : ICaseFilePart
    where TReading : class
{
    public abstract int Order { get; }

    public async Task<CaseFileSection?> ReadAsync(
        CaseFileOrder order,
        CancellationToken cancellation
    )
    {
        if (!order.Compartments.Contains(Compartments.Legal, StringComparer.Ordinal))
        {
            return null;
        }

        var reading = await read.RunAsync(order.Actor, order.File.Id, cancellation);
        return reading.Done
            ? new CaseFileSection(
                component,
                new(StringComparer.Ordinal) { [nameof(JusticeSection.Reading)] = reading.Value }
            )
            : null;
    }
}
