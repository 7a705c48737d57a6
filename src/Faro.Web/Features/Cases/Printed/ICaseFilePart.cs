// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;

namespace Faro.Web.Features.Cases.Printed;

/// <summary>
/// What an area puts into a case file that is printed. It reads as the person who prints, and gives a component that has
/// only words at hand and shows what was read. An area adds one class and registers it in
/// <see cref="CaseFileEndpoints.AddFaroCaseFile"/>.
/// </summary>
internal interface ICaseFilePart
{
    /// <summary>Its place in the file, in the order in which a case is lived.</summary>
    int Order { get; }

    /// <returns>Null when there is nothing of it in these compartments.</returns>
    Task<CaseFileSection?> ReadAsync(CaseFileOrder order, CancellationToken cancellation);
}

/// <param name="File">The head of the case.</param>
/// <param name="Compartments">Those that are printed; all open to <paramref name="Actor"/>.</param>
/// <param name="Actor">Who prints.</param>
/// <param name="Db">Reads.</param>
internal sealed record CaseFileOrder(
    CaseReading File,
    IReadOnlyList<string> Compartments,
    Actor Actor,
    FaroDb Db
);

/// <param name="Component">Injects nothing but words.</param>
/// <param name="Parameters">Of the component, by name.</param>
public sealed record CaseFileSection(Type Component, Dictionary<string, object> Parameters);
