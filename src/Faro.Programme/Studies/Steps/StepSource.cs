// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>A loaded source as a step sees it, from the database or from a file alike.</summary>
/// <param name="Number">Place in the study, from 1.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>.</param>
/// <param name="Name">What the report calls it.</param>
/// <param name="Mapping">Tidied; its columns are in the order of a line's cells.</param>
/// <param name="Rows">Every row, read anew at each call.</param>
public sealed record StepSource(
    int Number,
    string Kind,
    string Name,
    SourceMapping Mapping,
    Func<IEnumerable<SourceLine>> Rows
);

/// <summary>A figure as a step made it, before it is kept.</summary>
/// <param name="Code">Unique in the study.</param>
/// <param name="Kind">Table, number or chart.</param>
/// <param name="Data">Protected.</param>
public sealed record MadeFigure(string Code, string Kind, FigureData Data);
