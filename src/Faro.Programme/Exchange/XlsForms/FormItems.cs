// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.Tables;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>The rows of the survey sheet as questions and groups.</summary>
internal sealed class FormItems(
    FormSheet sheet,
    FormColumns columns,
    IReadOnlyDictionary<string, IReadOnlyList<FormChoice>> lists,
    IReadOnlyDictionary<string, string> paths,
    List<FileProblem> problems
)
{
    private readonly Stack<(FormItem? Group, FormRow? Row, List<FormItem> Inner)> _open = new();

    public IReadOnlyList<FormItem> Read()
    {
        _open.Push((null, null, []));
        foreach (var row in sheet.Rows)
        {
            Read(row, columns.Type(row));
        }

        while (_open.Count > 1)
        {
            columns.Problem(XlsFormRefusals.GroupNotClosed, _open.Pop().Row!, "type");
        }

        return _open.Pop().Inner;
    }

    private void Read(FormRow row, string type)
    {
        if (FormTypes.BeginsGroup(type))
        {
            _open.Push((Item(row, FormItemKind.Group, ""), row, []));
            return;
        }

        if (FormTypes.EndsGroup(type))
        {
            Close(row);
            return;
        }

        if (FormTypes.Read(type) is not { } read)
        {
            columns.Problem(XlsFormRefusals.TypeUnsupported, row, "type");
            return;
        }

        if (read.List.Length > 0 && !lists.ContainsKey(read.List))
        {
            columns.Problem(XlsFormRefusals.ListUnknown, row, "type");
            return;
        }

        _open.Peek().Inner.Add(Item(row, read.Kind, read.List));
    }

    private void Close(FormRow row)
    {
        if (_open.Count == 1)
        {
            columns.Problem(XlsFormRefusals.GroupNotOpen, row, "type");
            return;
        }

        var (group, _, inner) = _open.Pop();
        _open.Peek().Inner.Add(group! with { Inner = inner });
    }

    private FormItem Item(FormRow row, FormItemKind kind, string list)
    {
        var name = columns.Cell(row, "name");
        var item = new FormItem(kind, name, paths.GetValueOrDefault(name, ""))
        {
            List = list,
            Hint = Plain(row, "hint", columns.Words(row, "hint")),
            Required = Required(row),
            RequiredMessage = Plain(
                row,
                "required_message",
                columns.Words(row, "required_message")
            ),
            Relevant = Expression(row, "relevant"),
            Constraint = Expression(row, "constraint"),
            ConstraintMessage = Plain(
                row,
                "constraint_message",
                columns.Words(row, "constraint_message")
            ),
            Calculation = Expression(row, "calculation"),
            Appearance = columns.Cell(row, "appearance"),
            Default = columns.Cell(row, "default"),
            Sign = columns.Cell(row, "faro::sign"),
        };
        if (kind == FormItemKind.Calculated && columns.Cell(row, "calculation").Length == 0)
        {
            columns.Problem(XlsFormRefusals.ExpressionMissing, row, "calculation");
        }

        return item with
        {
            Label = Plain(
                row,
                "label",
                item.IsAsked || kind == FormItemKind.Note
                    ? columns.NeededWords(row, "label", columns.Languages)
                    : columns.Words(row, "label")
            ),
        };
    }

    /// <summary>Yes, no, or an expression.</summary>
    private string Required(FormRow row) =>
        columns.Cell(row, "required").ToLowerInvariant() switch
        {
            "" or "no" or "false" or "false()" or "0" => "",
            "yes" or "true" or "true()" or "1" => "true()",
            _ => Expression(row, "required"),
        };

    private string Expression(FormRow row, string header)
    {
        var written = columns.Cell(row, header);
        if (written.Length == 0)
        {
            return "";
        }

        var (expression, problem, value) = FormExpressions.Resolve(written, paths);
        if (expression is null)
        {
            columns.Problem(problem, row, header, value);
        }

        return expression ?? "";
    }

    /// <summary>Words in which other answers would stand are not understood.</summary>
    private FormText Plain(FormRow row, string header, FormText words)
    {
        foreach (var each in words.Words.Where(each => FormExpressions.HasReference(each.Text)))
        {
            problems.Add(
                new FileProblem(
                    XlsFormRefusals.WordsWithReference,
                    sheet.Sheet,
                    row.Number,
                    sheet.ColumnOf(
                        each.Language.Length == 0 ? header : $"{header}::{each.Language}"
                    ) + 1
                )
            );
        }

        return words;
    }
}
