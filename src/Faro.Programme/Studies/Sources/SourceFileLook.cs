// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.Tables;

namespace Faro.Programme.Studies.Sources;

/// <summary>A file on a disk, looked through as the source it is to become: mapped and checked whole, none of it kept.</summary>
internal static class SourceFileLook
{
    /// <returns>The headers as written, or why the file cannot be read.</returns>
    public static Outcome<IReadOnlyList<string>> Headers(
        Stream stream,
        SourceFileOrder order,
        CancellationToken cancellation
    )
    {
        try
        {
            return TableFile.Open(stream, order.Sheet, null, cancellation).Headers.ToArray();
        }
        catch (DamagedFileException damage)
        {
            return damage.Problem.ToRefusal(order.FileName);
        }
    }

    /// <param name="stream">Seekable.</param>
    /// <param name="order">What is said of the file.</param>
    /// <param name="headers">As <see cref="Headers"/> gave them.</param>
    /// <param name="remembered">How the agency mapped a file with these headers before; null to guess.</param>
    /// <param name="today">Local day.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>How it would be read, or every problem with its place.</returns>
    public static Outcome<SourceFileSeen> See(
        Stream stream,
        SourceFileOrder order,
        IReadOnlyList<string> headers,
        SourceMapping? remembered,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var said = new Dictionary<string, string>(order.Columns, StringComparer.OrdinalIgnoreCase);
        var known = remembered?.Columns.ToDictionary(column => column.Column);
        var guess = MappingGuess.Of(order.Kind, headers, order.Sheet);
        var mapping = guess with
        {
            Columns =
            [
                .. guess.Columns.Select(column =>
                    said.Remove(headers[column.Column - 1], out var role)
                        ? column with
                        {
                            Role = role,
                        }
                    : known is null ? column
                    : known.GetValueOrDefault(column.Column)
                        ?? column with
                        {
                            Role = SourceRoles.Ignored,
                        }
                ),
            ],
        };
        var tidied = mapping.Tidied(order.Kind, headers);
        List<Refusal> refusals =
        [
            .. said.Keys.Select(header => new Refusal(
                SourceRefusals.HeaderNotThere,
                order.FileName,
                header
            )),
            .. MappingRules
                .Check(order.Kind, tidied, headers.Count)
                .Select(refusal => refusal with { Field = order.FileName }),
        ];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var check = SourceReading.Check(stream, order.Kind, tidied, today, null, cancellation);
        return check.Problems.Count > 0
            ? check.Problems.Select(problem => problem.ToRefusal(order.FileName)).ToList()
            : new SourceFileSeen(headers, tidied, remembered is not null, check.Rows);
    }
}

/// <summary>What is said of a file on a disk.</summary>
/// <param name="FileName">What messages call it.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>, the register excepted.</param>
/// <param name="Sheet">Of a workbook, from 1.</param>
/// <param name="Columns">Roles by header, where the memory or the guess would be wrong.</param>
public sealed record SourceFileOrder(
    string FileName,
    string Kind,
    int Sheet,
    IReadOnlyDictionary<string, string> Columns
);

/// <summary>A file that can be loaded.</summary>
/// <param name="Headers">As written.</param>
/// <param name="Mapping">Tidied: without ignored columns.</param>
/// <param name="Remembered">Whether the agency mapped such a file before.</param>
/// <param name="Rows">How many there are.</param>
public sealed record SourceFileSeen(
    IReadOnlyList<string> Headers,
    SourceMapping Mapping,
    bool Remembered,
    int Rows
);
