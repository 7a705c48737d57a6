// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>A form as its XLSForm says it: questions in groups, with words in its languages.</summary>
/// <param name="Code">The setting <c>form_id</c>.</param>
/// <param name="Version">The setting <c>version</c>.</param>
/// <param name="Title">The setting <c>form_title</c>, in each language where it says so.</param>
/// <param name="Languages">As in <c>Español (es)</c>; the default first; one empty name when the form has no languages.</param>
/// <param name="Items">In order, groups holding theirs.</param>
/// <param name="Lists">Choices by the list's name.</param>
public sealed record XlsForm(
    string Code,
    string Version,
    FormText Title,
    IReadOnlyList<string> Languages,
    IReadOnlyList<FormItem> Items,
    IReadOnlyDictionary<string, IReadOnlyList<FormChoice>> Lists
)
{
    /// <summary>Groups and what is in them, in the order of the sheet.</summary>
    public IEnumerable<FormItem> All => Items.SelectMany(item => item.WithInner());

    /// <summary>What a person is asked.</summary>
    public IEnumerable<FormItem> Questions => All.Where(item => item.IsAsked);

    public IReadOnlyList<FormChoice> ChoicesOf(FormItem item) =>
        item.List.Length > 0 ? Lists[item.List] : [];

    /// <summary>What an answer says: the words of its choices, or what was written.</summary>
    public string Say(FormItem item, string value, CultureInfo culture) =>
        item.HasChoices
            ? string.Join("; ", FormItem.Codes(value).Select(code => Said(item, code, culture)))
        : item.Kind == FormItemKind.Date && Day(value) is { } day
            ? day.ToString("d MMMM yyyy", culture)
        : value;

    private string Said(FormItem item, string code, CultureInfo culture) =>
        ChoicesOf(item).FirstOrDefault(choice => choice.Name == code)?.Label.In(culture) ?? code;

    /// <returns>Null when it is no day.</returns>
    internal static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(
            value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}

/// <summary>Words in the languages of a form.</summary>
public sealed record FormText(IReadOnlyList<FormWords> Words)
{
    public static readonly FormText None = new([]);

    public bool IsEmpty => Words.Count == 0;

    /// <summary>In the reader's language when the form has it, else in the form's own.</summary>
    public string In(CultureInfo culture) =>
        Words.FirstOrDefault(each => IsOf(each.Language, culture))?.Text
        ?? (Words.Count > 0 ? Words[0].Text : "");

    public string? Of(string language) =>
        Words.FirstOrDefault(each => each.Language == language)?.Text;

    /// <summary>Whether a language of a form, as in <c>Español (es)</c>, is the culture's.</summary>
    public static bool IsOf(string language, CultureInfo culture) =>
        language.EndsWith(
            $"({culture.TwoLetterISOLanguageName})",
            StringComparison.OrdinalIgnoreCase
        );
}

public sealed record FormWords(string Language, string Text);

public sealed record FormChoice(string Name, FormText Label);

/// <summary>A row of the survey sheet, and for a group the rows in it.</summary>
public sealed record FormItem(FormItemKind Kind, string Name, string Path)
{
    public FormText Label { get; init; } = FormText.None;

    public FormText Hint { get; init; } = FormText.None;

    /// <summary>The list of its choices, or empty.</summary>
    public string List { get; init; } = "";

    /// <summary>XPath, its references already made paths; empty when it says nothing.</summary>
    public string Required { get; init; } = "";

    public FormText RequiredMessage { get; init; } = FormText.None;

    public string Relevant { get; init; } = "";

    public string Constraint { get; init; } = "";

    public FormText ConstraintMessage { get; init; } = FormText.None;

    public string Calculation { get; init; } = "";

    public string Appearance { get; init; } = "";

    public string Default { get; init; } = "";

    /// <summary>The column <c>faro::sign</c>: which theme of signs of trafficking it asks about, or empty.</summary>
    public string Sign { get; init; } = "";

    public IReadOnlyList<FormItem> Inner { get; init; } = [];

    public bool HasChoices => Kind is FormItemKind.One or FormItemKind.Many;

    public bool IsAsked =>
        Kind
            is FormItemKind.Text
                or FormItemKind.WholeNumber
                or FormItemKind.Number
                or FormItemKind.Date
                or FormItemKind.Time
                or FormItemKind.Moment
                or FormItemKind.One
                or FormItemKind.Many;

    /// <summary>The codes of an answer to a question with choices.</summary>
    public static IReadOnlyList<string> Codes(string value) =>
        value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal IEnumerable<FormItem> WithInner() =>
        Inner.SelectMany(item => item.WithInner()).Prepend(this);
}

/// <summary>The kinds of rows that are understood.</summary>
public enum FormItemKind
{
    Group,
    Note,
    Text,
    WholeNumber,
    Number,
    Date,
    Time,

    /// <summary>A date with a time.</summary>
    Moment,

    /// <summary>One of several choices.</summary>
    One,

    /// <summary>Any of several choices.</summary>
    Many,
    Calculated,

    /// <summary>When it was begun, filled by itself.</summary>
    Started,

    /// <summary>When it was ended, filled by itself.</summary>
    Ended,
    Today,
}
