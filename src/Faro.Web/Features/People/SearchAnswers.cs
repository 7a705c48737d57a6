// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.People;

namespace Faro.Web.Features.People;

/// <summary>What somebody looks for. Posted, never in an address.</summary>
public sealed class SearchAnswers
{
    /// <summary>A number or any words of a name.</summary>
    public string? Query { get; set; }

    public string? BirthDay { get; set; }

    public string? BirthMonth { get; set; }

    public string? BirthYear { get; set; }

    public string? Document { get; set; }

    public string? Phone { get; set; }

    internal bool SaysMore =>
        new[] { BirthDay, BirthMonth, BirthYear, Document, Phone }.Any(text =>
            !string.IsNullOrWhiteSpace(text)
        );

    /// <returns>Null when what stands in the date is neither a year nor a day.</returns>
    internal PersonQuery? ToQuery()
    {
        var query = new PersonQuery
        {
            Names = Query ?? "",
            Document = Document ?? "",
            Phone = Phone ?? "",
        };
        var parts = new[] { BirthYear, BirthMonth, BirthDay }.Select(part => part?.Trim() ?? "");
        var typed = string.Join('-', parts);
        if (typed == "--")
        {
            return query;
        }

        if (
            DateOnly.TryParseExact(
                typed,
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return query with { BirthDate = day };
        }

        return DateOnly.TryParseExact(
            typed,
            "yyyy--",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var year
        )
            ? query with
            {
                BirthYear = year.Year,
            }
            : null;
    }
}
