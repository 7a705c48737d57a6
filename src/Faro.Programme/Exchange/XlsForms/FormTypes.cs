// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.XlsForms;

/// <summary>The words of the column <c>type</c>.</summary>
internal static class FormTypes
{
    public static bool BeginsGroup(string type) => type is "begin group" or "begin_group";

    public static bool EndsGroup(string type) => type is "end group" or "end_group";

    /// <returns>Null when it is not understood; with the name of its list, or empty.</returns>
    public static (FormItemKind Kind, string List)? Read(string type) =>
        type.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["select_one" or "select1", var list] => (FormItemKind.One, list),
            ["select_multiple", var list] => (FormItemKind.Many, list),
            ["text" or "string"] => (FormItemKind.Text, ""),
            ["integer" or "int"] => (FormItemKind.WholeNumber, ""),
            ["decimal"] => (FormItemKind.Number, ""),
            ["date"] => (FormItemKind.Date, ""),
            ["time"] => (FormItemKind.Time, ""),
            ["datetime" or "dateTime"] => (FormItemKind.Moment, ""),
            ["note"] => (FormItemKind.Note, ""),
            ["calculate"] => (FormItemKind.Calculated, ""),
            ["start"] => (FormItemKind.Started, ""),
            ["end"] => (FormItemKind.Ended, ""),
            ["today"] => (FormItemKind.Today, ""),
            _ => null,
        };
}
