// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.Tables;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>The columns of one sheet: plain ones by name, words by name and language (<c>label::Español (es)</c>).</summary>
internal sealed class FormColumns(FormSheet sheet, List<FileProblem> problems)
{
    private const string Between = "::";

    private static readonly string[] Needed = ["type", "name"];

    /// <summary>Of the standard; filled in, they would change what is asked, so they are not passed over in silence.</summary>
    private static readonly string[] Unsupported =
    [
        "choice_filter",
        "repeat_count",
        "trigger",
        "parameters",
        "media",
        "image",
        "audio",
        "video",
        "read_only",
        "readonly",
    ];

    /// <summary>Of the labels; one empty name when there is a plain label alone.</summary>
    public IReadOnlyList<string> Languages { get; } =
        sheet.Headers.Where(header => Base(header) == "label").Select(Language).ToList()
            is { Count: > 0 } found
            ? found
            : [""];

    public void CheckSurvey()
    {
        foreach (var needed in Needed.Where(each => sheet.ColumnOf(each) < 0))
        {
            problems.Add(new FileProblem(XlsFormRefusals.ColumnMissing, sheet.Sheet, 1, 0, needed));
        }

        foreach (var (index, header) in sheet.Headers.Index())
        {
            var row = sheet.Rows.FirstOrDefault(row => row.Cells[index].Length > 0);
            if (row is not null && Unsupported.Contains(Base(header), StringComparer.Ordinal))
            {
                problems.Add(
                    new FileProblem(
                        XlsFormRefusals.ColumnUnsupported,
                        sheet.Sheet,
                        row.Number,
                        index + 1,
                        Base(header)
                    )
                );
            }
        }
    }

    /// <summary>Empty when there is no such column.</summary>
    public string Cell(FormRow row, string header) =>
        sheet.ColumnOf(header) is var column and >= 0 ? row.Cells[column] : "";

    /// <summary>The type, however many blanks are in it.</summary>
    public string Type(FormRow row) =>
        string.Join(' ', Cell(row, "type").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public FormText Words(FormRow row, string header)
    {
        var words = new List<FormWords>();
        foreach (var (index, each) in sheet.Headers.Index())
        {
            if (Base(each) == header && row.Cells[index].Length > 0)
            {
                words.Add(new FormWords(Language(each), row.Cells[index]));
            }
        }

        return new(words);
    }

    /// <summary>Words that must be there in every language of the form.</summary>
    public FormText NeededWords(FormRow row, string header, IReadOnlyList<string> languages)
    {
        var words = Words(row, header);
        foreach (var language in languages.Where(language => words.Of(language) is null))
        {
            Problem(
                XlsFormRefusals.WordsMissing,
                row,
                language.Length == 0 ? header : header + Between + language,
                language
            );
        }

        return words;
    }

    public void Problem(string code, FormRow row, string header, params string[] values) =>
        problems.Add(
            new FileProblem(code, sheet.Sheet, row.Number, sheet.ColumnOf(header) + 1, values)
        );

    private static string Base(string header) => header.Split(Between)[0].Trim().ToLowerInvariant();

    private static string Language(string header) =>
        header.Split(Between, 2) is [_, var language] ? language.Trim() : "";
}
