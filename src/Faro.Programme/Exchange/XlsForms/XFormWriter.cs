// SPDX-License-Identifier: Apache-2.0
using System.Xml.Linq;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>
/// Writes a form as an ODK XForm, which browsers and collecting apps run. The same form gives the same text.
/// </summary>
/// <remarks>ODK XForms Specification, versions 1.0 to 1.1; Apache-2.0 and CC BY 4.0.</remarks>
public sealed class XFormWriter
{
    private static readonly XNamespace X = "http://www.w3.org/2002/xforms";
    private static readonly XNamespace H = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Jr = "http://openrosa.org/javarosa";
    private static readonly XNamespace Odk = "http://www.opendatakit.org/xforms";

    private readonly XlsForm _form;
    private readonly bool _translated;
    private readonly Dictionary<string, XElement> _translations = new(StringComparer.Ordinal);

    private XFormWriter(XlsForm form)
    {
        _form = form;
        _translated = form.Languages.Any(language => language.Length > 0);
        foreach (var language in form.Languages)
        {
            _translations[language] = new XElement(
                X + "translation",
                new XAttribute("lang", language)
            );
        }

        _translations[form.Languages[0]].Add(new XAttribute("default", "true()"));
    }

    public static string Write(XlsForm form) => new XFormWriter(form).Document();

    private string Document()
    {
        var body = new XElement(H + "body", _form.Items.Select(Control));
        var data = new XElement(
            X + "data",
            new XAttribute("id", _form.Code),
            new XAttribute("version", _form.Version),
            _form.Items.Select(Node),
            new XElement(X + "meta", new XElement(X + "instanceID"))
        );
        var model = new XElement(
            X + "model",
            new XAttribute(Odk + "xforms-version", "1.0.0"),
            _translated
                ? new XElement(X + "itext", _form.Languages.Select(each => _translations[each]))
                : null,
            new XElement(X + "instance", data),
            _form.All.Select(Bind),
            new XElement(
                X + "bind",
                new XAttribute("nodeset", "/data/meta/instanceID"),
                new XAttribute("type", "string"),
                new XAttribute(Jr + "preload", "uid"),
                new XAttribute("readonly", "true()")
            )
        );
        var root = new XElement(
            H + "html",
            new XAttribute(XNamespace.Xmlns + "h", H),
            new XAttribute("xmlns", X),
            new XAttribute(XNamespace.Xmlns + "jr", Jr),
            new XAttribute(XNamespace.Xmlns + "odk", Odk),
            new XElement(
                H + "head",
                new XElement(
                    H + "title",
                    _form.Title.Words.Count > 0 ? _form.Title.Words[0].Text : _form.Code
                ),
                model
            ),
            body
        );
        return new XDocument(root).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Node(FormItem item) =>
        item.Kind == FormItemKind.Group
            ? new XElement(X + item.Name, item.Inner.Select(Node))
            : new XElement(X + item.Name, item.Default.Length > 0 ? item.Default : null);

    private XElement? Bind(FormItem item)
    {
        var bind = new XElement(X + "bind", new XAttribute("nodeset", item.Path));
        if (TypeOf(item.Kind) is { } type)
        {
            bind.Add(new XAttribute("type", type));
        }

        Add(bind, "required", item.Required);
        Add(bind, "relevant", item.Relevant);
        Add(bind, "constraint", item.Constraint);
        Add(bind, "calculate", item.Calculation);
        Add(bind, "readonly", item.Kind == FormItemKind.Note ? "true()" : "");
        AddMessage(bind, item, "constraintMsg", item.ConstraintMessage);
        AddMessage(bind, item, "requiredMsg", item.RequiredMessage);
        if (Preload(item.Kind) is { } preload)
        {
            bind.Add(
                new XAttribute(Jr + "preload", preload.Kind),
                new XAttribute(Jr + "preloadParams", preload.What)
            );
        }

        return bind.Attributes().Skip(1).Any() ? bind : null;
    }

    private static void Add(XElement bind, string name, string expression)
    {
        if (expression.Length > 0)
        {
            bind.Add(new XAttribute(name, expression));
        }
    }

    private void AddMessage(XElement bind, FormItem item, string name, FormText words)
    {
        if (!words.IsEmpty)
        {
            bind.Add(
                new XAttribute(
                    Jr + name,
                    _translated ? Translate($"{item.Path}:jr:{name}", words) : words.Words[0].Text
                )
            );
        }
    }

    private XElement? Control(FormItem item)
    {
        if (!item.IsAsked && item.Kind is not (FormItemKind.Group or FormItemKind.Note))
        {
            return null;
        }

        var control = new XElement(
            X + ControlOf(item.Kind),
            new XAttribute("ref", item.Path),
            item.Appearance.Length > 0 ? new XAttribute("appearance", item.Appearance) : null,
            Words("label", item.Path, item.Label),
            Words("hint", item.Path, item.Hint)
        );
        control.Add(
            item.Kind == FormItemKind.Group
                ? item.Inner.Select(Control)
                : _form.ChoicesOf(item).Select(choice => Choice(item, choice))
        );
        return control;
    }

    private XElement Choice(FormItem item, FormChoice choice) =>
        new(
            X + "item",
            Words("label", $"/data/{item.List}/{choice.Name}", choice.Label),
            new XElement(X + "value", choice.Name)
        );

    private XElement? Words(string role, string place, FormText words) =>
        words.IsEmpty ? null
        : _translated
            ? new XElement(X + role, new XAttribute("ref", Translate($"{place}:{role}", words)))
        : new XElement(X + role, words.Words[0].Text);

    /// <summary>Puts the words into every language once, and says how they are called.</summary>
    private string Translate(string id, FormText words)
    {
        foreach (var (language, translation) in _translations)
        {
            if (translation.Elements().All(text => (string?)text.Attribute("id") != id))
            {
                translation.Add(
                    new XElement(
                        X + "text",
                        new XAttribute("id", id),
                        new XElement(X + "value", words.Of(language) ?? words.Words[0].Text)
                    )
                );
            }
        }

        return $"jr:itext('{id}')";
    }

    private static string ControlOf(FormItemKind kind) =>
        kind == FormItemKind.Group ? "group"
        : kind == FormItemKind.One ? "select1"
        : kind == FormItemKind.Many ? "select"
        : "input";

    private static string? TypeOf(FormItemKind kind) =>
        kind == FormItemKind.Group ? null
        : kind == FormItemKind.WholeNumber ? "int"
        : kind == FormItemKind.Number ? "decimal"
        : kind is FormItemKind.Date or FormItemKind.Today ? "date"
        : kind == FormItemKind.Time ? "time"
        : kind is FormItemKind.Moment or FormItemKind.Started or FormItemKind.Ended ? "dateTime"
        : "string";

    private static (string Kind, string What)? Preload(FormItemKind kind) =>
        kind == FormItemKind.Started ? ("timestamp", "start")
        : kind == FormItemKind.Ended ? ("timestamp", "end")
        : kind == FormItemKind.Today ? ("date", "today")
        : null;
}
