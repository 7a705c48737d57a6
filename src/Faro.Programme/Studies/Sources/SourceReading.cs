// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Sources;

/// <summary>The mapped rows of a file, checked; the same for a sealed upload and for a file on the command line.</summary>
internal static class SourceReading
{
    /// <summary>Reads the whole file once and keeps nothing of it.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="mapping">Tidied.</param>
    /// <param name="today">Local day.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static SourceCheck Check(
        Stream stream,
        string kind,
        SourceMapping mapping,
        DateOnly today,
        TableLimits? limits,
        CancellationToken cancellation
    )
    {
        var problems = new List<FileProblem>();
        var rows = 0;
        try
        {
            var file = TableFile.Open(stream, mapping.Sheet, limits, cancellation);
            if (MappingRules.Check(kind, mapping, file.Headers.Count).Count > 0)
            {
                throw new DamagedFileException(new FileProblem(SourceRefusals.NotMapped));
            }

            foreach (var row in file.Rows(cancellation))
            {
                rows++;
                var problem =
                    row.Problem
                    ?? RowRules.Check(kind, mapping, Line(row, mapping), mapping.Sheet, today);
                if (problem is not null)
                {
                    problems.Add(problem);
                    if (problems.Count == FileProblem.MostTold)
                    {
                        problems.Add(
                            new FileProblem(
                                FileProblems.AndMore,
                                mapping.Sheet,
                                0,
                                0,
                                FileProblem.MostTold.ToString(
                                    System.Globalization.CultureInfo.InvariantCulture
                                )
                            )
                        );
                        break;
                    }
                }
            }
        }
        catch (DamagedFileException damage)
        {
            problems.Add(damage.Problem);
        }

        return new SourceCheck(rows, problems);
    }

    /// <summary>The rows of a file that <see cref="Check"/> found whole.</summary>
    public static IEnumerable<SourceLine> Lines(
        Stream stream,
        SourceMapping mapping,
        TableLimits? limits,
        CancellationToken cancellation
    ) =>
        TableFile
            .Open(stream, mapping.Sheet, limits, cancellation)
            .Rows(cancellation)
            .Select(row => Line(row, mapping));

    private static SourceLine Line(TableRow row, SourceMapping mapping) =>
        new(row.Number, [.. mapping.Columns.Select(column => row.Cells[column.Column - 1])]);
}

/// <summary>What a look through a file found.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Problems">Empty when it may be loaded.</param>
internal sealed record SourceCheck(int Rows, IReadOnlyList<FileProblem> Problems);
