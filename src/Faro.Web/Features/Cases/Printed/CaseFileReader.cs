// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;

namespace Faro.Web.Features.Cases.Printed;

/// <summary>Puts a case file together from what every area adds.</summary>
internal sealed class CaseFileReader(
    PrintCaseFile print,
    IEnumerable<ICaseFilePart> parts,
    TimeProvider clock
)
{
    public async Task<Outcome<PrintedCase>> ReadAsync(
        FaroDb db,
        Actor actor,
        string printedBy,
        Guid id,
        IReadOnlyList<string> compartments,
        CancellationToken cancellation
    )
    {
        var opened = await print.RunAsync(
            actor,
            new PrintCaseFileInput(id, compartments),
            cancellation
        );
        if (!opened.Done)
        {
            return opened.Refusals.ToList();
        }

        var order = new CaseFileOrder(opened.Value, compartments, actor, db);
        var sections = new List<CaseFileSection>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            if (await part.ReadAsync(order, cancellation) is { } section)
            {
                sections.Add(section);
            }
        }

        return new PrintedCase(
            opened.Value,
            compartments,
            sections,
            printedBy,
            clock.GetLocalNow()
        );
    }
}

/// <summary>A case file as it is printed.</summary>
/// <param name="File">The head.</param>
/// <param name="Compartments">What it was put together from.</param>
/// <param name="Sections">In order.</param>
/// <param name="PrintedBy">Who printed it: stands on every copy.</param>
/// <param name="PrintedAt">Local.</param>
public sealed record PrintedCase(
    CaseReading File,
    IReadOnlyList<string> Compartments,
    IReadOnlyList<CaseFileSection> Sections,
    string PrintedBy,
    DateTimeOffset PrintedAt
);
