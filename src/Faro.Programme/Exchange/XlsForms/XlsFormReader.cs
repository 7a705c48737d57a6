// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Faro.Programme.Exchange.Tables;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>
/// Understands the part of XLSForm that Faro's interviews need, and says of the rest where it stands: texts, numbers,
/// dates, choices, notes, groups, calculations; relevance, constraints, required; hints; translations.
/// </summary>
public sealed partial class XlsFormReader
{
    private readonly FormSheets _sheets;
    private readonly string _name;
    private readonly FormColumns _survey;
    private readonly List<FileProblem> _problems = [];
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<FormChoice>> _lists = new(
        StringComparer.Ordinal
    );

    private XlsFormReader(FormSheets sheets, string name)
    {
        (_sheets, _name) = (sheets, name);
        _survey = new FormColumns(sheets.Survey, _problems);
    }

    /// <param name="sheets">As read.</param>
    /// <param name="name">Of its file, without ending: its code and title where the settings say none.</param>
    /// <returns>The form, or what is wrong in its sheets: never both, never neither.</returns>
    public static (XlsForm? Form, IReadOnlyList<FileProblem> Problems) Read(
        FormSheets sheets,
        string name = ""
    )
    {
        var reader = new XlsFormReader(sheets, name);
        var form = reader.ReadForm();
        return reader._problems.Count > 0
            ? (null, [.. reader._problems.Take(FileProblem.MostTold)])
            : (form, []);
    }

    private XlsForm? ReadForm()
    {
        _survey.CheckSurvey();
        if (_problems.Count > 0)
        {
            return null;
        }

        var settings = ReadSettings();
        ReadChoices();
        ReadNames();
        var items = new FormItems(_sheets.Survey, _survey, _lists, _paths, _problems).Read();
        if (_problems.Count == 0 && !items.Any(item => item.WithInner().Any(each => each.IsAsked)))
        {
            _problems.Add(new FileProblem(XlsFormRefusals.NoQuestions, _sheets.Survey.Sheet));
        }

        return settings is null
            ? null
            : new XlsForm(
                settings.Value.Code,
                settings.Value.Version,
                settings.Value.Title,
                DefaultFirst(settings.Value.Language),
                items,
                _lists
            );
    }

    private IReadOnlyList<string> DefaultFirst(string language) =>
        [.. _survey.Languages.OrderBy(each => each == language ? 0 : 1)];

    private (string Code, string Version, string Language, FormText Title)? ReadSettings()
    {
        var sheet = _sheets.Settings;
        if (sheet.Rows.Count == 0)
        {
            _problems.Add(new FileProblem(XlsFormRefusals.SettingMissing, sheet.Sheet, 2));
            return null;
        }

        var columns = new FormColumns(sheet, _problems);
        var row = sheet.Rows[0];
        var code = columns.Cell(row, "form_id") is { Length: > 0 } said ? said : _name;
        var version = columns.Cell(row, "version");
        var title = columns.Words(row, "form_title");
        if (!Code().IsMatch(code))
        {
            columns.Problem(XlsFormRefusals.CodeMalformed, row, "form_id");
        }

        if (!Version().IsMatch(version))
        {
            columns.Problem(XlsFormRefusals.CodeMalformed, row, "version");
        }

        return (
            code,
            version,
            columns.Cell(row, "default_language"),
            title.IsEmpty ? new FormText([new FormWords("", code)]) : title
        );
    }

    private void ReadChoices()
    {
        var sheet = _sheets.Choices;
        if (sheet.Rows.Count == 0)
        {
            return;
        }

        var columns = new FormColumns(sheet, _problems);
        var lists = new Dictionary<string, List<FormChoice>>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var list = columns.Cell(row, "list_name");
            var name = columns.Cell(row, "name");
            if (list.Length == 0 || name.Length == 0 || name.Any(char.IsWhiteSpace))
            {
                columns.Problem(XlsFormRefusals.ChoiceMalformed, row, "name");
                continue;
            }

            if (!lists.TryGetValue(list, out var choices))
            {
                lists[list] = choices = [];
            }

            if (choices.Exists(choice => choice.Name == name))
            {
                columns.Problem(XlsFormRefusals.ChoiceTwice, row, "name");
            }

            choices.Add(new FormChoice(name, columns.NeededWords(row, "label", _survey.Languages)));
        }

        foreach (var (list, choices) in lists)
        {
            _lists.Add(list, choices);
        }
    }

    /// <summary>Every name and its path, before any expression is read: one may ask about a later question.</summary>
    private void ReadNames()
    {
        var within = new Stack<string>(["/data"]);
        foreach (var row in _sheets.Survey.Rows)
        {
            var type = _survey.Type(row);
            if (FormTypes.EndsGroup(type))
            {
                if (within.Count > 1)
                {
                    within.Pop();
                }

                continue;
            }

            var name = _survey.Cell(row, "name");
            if (type.Length == 0)
            {
                continue;
            }

            if (!Name().IsMatch(name))
            {
                _survey.Problem(XlsFormRefusals.NameMalformed, row, "name");
            }
            else if (!_paths.TryAdd(name, $"{within.Peek()}/{name}"))
            {
                _survey.Problem(XlsFormRefusals.NameTwice, row, "name");
            }

            if (FormTypes.BeginsGroup(type))
            {
                within.Push($"{within.Peek()}/{name}");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.-]{0,63}$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
