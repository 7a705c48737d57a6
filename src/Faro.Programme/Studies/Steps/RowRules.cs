// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using Faro.Estimation;
using Faro.Linkage;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>Whether the cells of a row are what their columns say. Nothing here looks at what the words mean.</summary>
internal static partial class RowRules
{
    /// <summary>Spreadsheets show an empty date as one of 1900; nobody in a list is that old.</summary>
    public const int EarliestYear = 1901;

    private static readonly string BirthDate = SchemaGuess.NameOf(ColumnRole.BirthDate);

    /// <param name="kind">One of <see cref="SourceKinds"/>.</param>
    /// <param name="mapping">Tidied.</param>
    /// <param name="line">Cells in the order of the mapping.</param>
    /// <param name="sheet">For the problem's place.</param>
    /// <param name="today">Local day.</param>
    /// <returns>The first problem of the row, or null.</returns>
    public static FileProblem? Check(
        string kind,
        SourceMapping mapping,
        SourceLine line,
        int sheet,
        DateOnly today
    )
    {
        for (var place = 0; place < mapping.Columns.Count; place++)
        {
            var column = mapping.Columns[place];
            var (code, values) = Cell(kind, column.Role, line.Cells[place], today);
            if (code is not null)
            {
                return new FileProblem(code, sheet, line.Row, column.Column, values);
            }
        }

        return kind == SourceKinds.OverlapTable && IsOnNoList(mapping, line)
            ? new FileProblem(SourceRefusals.OnNoList, sheet, line.Row)
            : null;
    }

    /// <summary>A whole number that <see cref="Check"/> let through.</summary>
    public static long Whole(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>A number with a point as decimal sign; commas may part thousands where they stand right.</summary>
    public static bool TryNumber(string cell, out decimal value) =>
        decimal.TryParse(
            Thousands().IsMatch(cell) ? cell.Replace(",", "", StringComparison.Ordinal) : cell,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out value
        );

    /// <summary>A year, a quarter, a month or a day.</summary>
    public static bool IsPeriod(string cell) =>
        Indicators.Period.IsWellFormed(cell)
        || DateOnly.TryParseExact(
            cell,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static (string? Code, string[] Values) Cell(
        string kind,
        string role,
        string cell,
        DateOnly today
    ) =>
        kind switch
        {
            SourceKinds.PersonList when role == BirthDate => Birth(cell, today),
            SourceKinds.OverlapTable when role == SourceRoles.List => (
                cell is "0" or "1" ? null : SourceRefusals.NotZeroOrOne,
                []
            ),
            SourceKinds.OverlapTable when role == SourceRoles.Count => Count(cell),
            SourceKinds.Microdata => Microdata(role, cell),
            SourceKinds.Series => (Series(role, cell), []),
            _ => (null, []),
        };

    private static (string? Code, string[] Values) Count(string cell)
    {
        if (
            long.TryParse(
                cell,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var people
            )
        )
        {
            return people < 0 ? (SourceRefusals.CountNegative, [])
                : people > CaptureTable.MostPeople
                    ? (
                        SourceRefusals.TooManyPeople,
                        [CaptureTable.MostPeople.ToString(CultureInfo.InvariantCulture)]
                    )
                : (null, []);
        }

        var isNumber = double.TryParse(
            cell,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        );
        return (
            isNumber && double.IsFinite(value)
                ? SourceRefusals.CountNotWhole
                : SourceRefusals.CountNotANumber,
            []
        );
    }

    private static (string? Code, string[] Values) Microdata(string role, string cell)
    {
        var variable = MicrodataVariables.Find(role)!;
        if (variable.IsFlag)
        {
            return (cell is "" or "0" or "1" ? null : SourceRefusals.NotAFlag, []);
        }

        return MicrodataValues.TryRead(role, cell, out _)
            ? (null, [])
            : (SourceRefusals.CodeUnknown, [role]);
    }

    private static string? Series(string role, string cell) =>
        role switch
        {
            SourceRoles.Period when !IsPeriod(cell) => SourceRefusals.PeriodNotADate,
            SourceRoles.Value when !TryNumber(cell, out _) => SourceRefusals.ValueNotANumber,
            SourceRoles.Unit
                when cell.Length > 0 && !CodeLists.Get("indicator-units").Contains(cell) =>
                SourceRefusals.UnitUnknown,
            _ => null,
        };

    /// <summary>Only what is written in digits is judged: "about 1990" is for the linkage engine to read.</summary>
    private static (string? Code, string[] Values) Birth(string cell, DateOnly today)
    {
        var match = Digits().Match(cell);
        if (!match.Success)
        {
            return (null, []);
        }

        var (year, first, second) = (Part(match, "y"), Part(match, "a"), Part(match, "b"));
        if (year < EarliestYear)
        {
            return (
                SourceRefusals.DateTooEarly,
                [EarliestYear.ToString(CultureInfo.InvariantCulture)]
            );
        }

        var days = new[] { (first, second), (second, first) }
            .Where(pair => IsDay(year, pair.Item1, pair.Item2))
            .Select(pair => new DateOnly(year, Math.Max(1, pair.Item1), Math.Max(1, pair.Item2)))
            .ToList();
        return days.Count == 0 && first + second > 0 ? (SourceRefusals.DateImpossible, [])
            : year > today.Year || (days.Count > 0 && days.TrueForAll(day => day > today))
                ? (SourceRefusals.DateInFuture, [])
            : (null, []);
    }

    /// <summary>A month or a day of zero is one that is not known.</summary>
    private static bool IsDay(int year, int month, int day) =>
        month is >= 0 and <= 12
        && day >= 0
        && year is >= 1 and <= 9999
        && day <= (month == 0 ? 31 : DateTime.DaysInMonth(year, month));

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group
            ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
            : 0;

    private static bool IsOnNoList(SourceMapping mapping, SourceLine line) =>
        !mapping
            .Columns.Zip(line.Cells)
            .Any(pair => pair.First.Role == SourceRoles.List && pair.Second == "1");

    [GeneratedRegex(
        @"^(?:(?<y>\d{4})(?:[-/.](?<a>\d{1,2})(?:[-/.](?<b>\d{1,2}))?)?|(?<y>\d{4})(?<a>\d{2})(?<b>\d{2})|(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4}))(?:[T ]00:00(?::00)?)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^-?\d{1,3}(,\d{3})+(\.\d+)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Thousands();
}
