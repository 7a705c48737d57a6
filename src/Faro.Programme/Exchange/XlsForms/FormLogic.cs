// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>
/// What a form says of given answers, without a browser: what is asked at all, what is missing, what cannot be. XPath is
/// .NET's own; an expression with a function that only browsers compute (today, dates) is taken as fulfilled.
/// </summary>
public static class FormLogic
{
    /// <summary>A question that hides another that hides a third: more rounds than any form of ours has steps.</summary>
    private const int Rounds = 12;

    /// <param name="form">The form.</param>
    /// <param name="given">Values by question; names that the form does not have are forgotten.</param>
    public static FormState Judge(XlsForm form, IReadOnlyDictionary<string, string> given)
    {
        var values = form
            .All.Where(item => item.Kind is not (FormItemKind.Group or FormItemKind.Note))
            .ToDictionary(
                item => item.Name,
                item => given.GetValueOrDefault(item.Name, ""),
                StringComparer.Ordinal
            );
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var instance = Instance(form, values, hidden);
            var next = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in form.Items)
            {
                Hide(item, instance, next);
            }

            var changed = Calculate(form, instance, next, values);
            if (!changed && next.SetEquals(hidden))
            {
                break;
            }

            hidden = next;
        }

        return new FormState(
            form.All.Where(item => !hidden.Contains(item.Name))
                .Select(item => item.Name)
                .ToHashSet(StringComparer.Ordinal),
            values
                .Where(each => each.Value.Length > 0 && !hidden.Contains(each.Key))
                .ToDictionary(StringComparer.Ordinal),
            [.. Faults(form, Instance(form, values, hidden), values, hidden)]
        );
    }

    private static IEnumerable<FormFault> Faults(
        XlsForm form,
        XPathNavigator instance,
        Dictionary<string, string> values,
        HashSet<string> hidden
    )
    {
        foreach (var item in form.Questions.Where(item => !hidden.Contains(item.Name)))
        {
            var value = values[item.Name];
            if (value.Length == 0)
            {
                if (item.Required.Length > 0 && Holds(item.Required, instance, item.Path))
                {
                    yield return new FormFault(item, FormFaultKind.Missing);
                }
            }
            else if (!Fits(form, item, value) || !Holds(item.Constraint, instance, item.Path))
            {
                yield return new FormFault(item, FormFaultKind.Wrong);
            }
        }
    }

    /// <summary>Whether a value is of the question's kind at all.</summary>
    private static bool Fits(XlsForm form, FormItem item, string value) =>
        item.HasChoices
            ? (item.Kind == FormItemKind.One ? [value] : FormItem.Codes(value)).All(code =>
                form.ChoicesOf(item).Any(choice => choice.Name == code)
            )
        : item.Kind == FormItemKind.WholeNumber
            ? long.TryParse(
                value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out _
            )
        : item.Kind == FormItemKind.Number
            ? decimal.TryParse(
                value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            )
        : item.Kind != FormItemKind.Date || XlsForm.Day(value) is not null;

    private static void Hide(FormItem item, XPathNavigator instance, HashSet<string> hidden)
    {
        if (!Holds(item.Relevant, instance, item.Path))
        {
            hidden.UnionWith(item.WithInner().Select(each => each.Name));
            return;
        }

        foreach (var inner in item.Inner)
        {
            Hide(inner, instance, hidden);
        }
    }

    private static bool Calculate(
        XlsForm form,
        XPathNavigator instance,
        HashSet<string> hidden,
        Dictionary<string, string> values
    )
    {
        var changed = false;
        foreach (
            var item in form.All.Where(item =>
                item.Calculation.Length > 0 && !hidden.Contains(item.Name)
            )
        )
        {
            if (
                Evaluate(item.Calculation, instance, item.Path) is { } result
                && Said(result) is var value
                && values[item.Name] != value
            )
            {
                values[item.Name] = value;
                changed = true;
            }
        }

        return changed;
    }

    private static bool Holds(string expression, XPathNavigator instance, string path) =>
        expression.Length == 0
        || Evaluate(expression, instance, path) switch
        {
            null => true,
            bool truth => truth,
            double number => number is not 0 and not double.NaN,
            XPathNodeIterator nodes => nodes.Count > 0,
            var text => Said(text).Length > 0,
        };

    /// <returns>Null when only a browser can say.</returns>
    private static object? Evaluate(string expression, XPathNavigator instance, string path)
    {
        if (FormExpressions.AsksTheBrowser(expression))
        {
            return null;
        }

        try
        {
            var compiled = XPathExpression.Compile(expression);
            compiled.SetContext(new FormFunctions());
            return (instance.SelectSingleNode(path) ?? instance).Evaluate(compiled);
        }
        catch (Exception failure)
            when (failure is XPathException or ArgumentException or RegexMatchTimeoutException)
        {
            // An expression that compiles but means nothing here: the browser's engine decides alone.
            return null;
        }
    }

    private static string Said(object result) =>
        result switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            double number => double.IsNaN(number)
                ? ""
                : number.ToString("R", CultureInfo.InvariantCulture),
            XPathNodeIterator nodes => nodes.MoveNext() ? nodes.Current!.Value : "",
            _ => "",
        };

    private static XPathNavigator Instance(
        XlsForm form,
        Dictionary<string, string> values,
        HashSet<string> hidden
    )
    {
        var document = new XmlDocument();
        var data = document.CreateElement("data");
        document.AppendChild(data);
        foreach (var item in form.Items)
        {
            data.AppendChild(Node(document, item, values, hidden));
        }

        return document.CreateNavigator()!;
    }

    private static XmlElement Node(
        XmlDocument document,
        FormItem item,
        Dictionary<string, string> values,
        HashSet<string> hidden
    )
    {
        var node = document.CreateElement(item.Name);
        foreach (var inner in item.Inner)
        {
            node.AppendChild(Node(document, inner, values, hidden));
        }

        if (item.Inner.Count == 0 && !hidden.Contains(item.Name))
        {
            node.InnerText = values.GetValueOrDefault(item.Name, "");
        }

        return node;
    }
}

/// <param name="Asked">Names of what the answers leave to be asked, groups included.</param>
/// <param name="Values">What is said by what is asked; nothing empty, nothing hidden.</param>
/// <param name="Faults">What is missing or wrong, in order.</param>
public sealed record FormState(
    IReadOnlySet<string> Asked,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<FormFault> Faults
);

/// <summary>One answer that cannot stay so.</summary>
public sealed record FormFault(FormItem Item, FormFaultKind Kind);

public enum FormFaultKind
{
    /// <summary>Required, and not there.</summary>
    Missing,

    /// <summary>Not of its kind, or against the constraint.</summary>
    Wrong,
}
