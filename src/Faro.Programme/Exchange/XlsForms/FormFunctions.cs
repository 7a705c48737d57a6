// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;
using System.Xml.Xsl;

namespace Faro.Programme.Exchange.XlsForms;

/// <summary>The functions that ODK's forms add to XPath 1.0, for the XPath engine of .NET.</summary>
internal sealed class FormFunctions : XsltContext
{
    private static readonly FrozenDictionary<string, Func<object[], object>> All = new Dictionary<
        string,
        Func<object[], object>
    >(StringComparer.Ordinal)
    {
        ["selected"] = given =>
            FormItem.Codes(Text(given[0])).Contains(Text(given[1]), StringComparer.Ordinal),
        ["count-selected"] = given => (double)FormItem.Codes(Text(given[0])).Count,
        ["coalesce"] = given => Text(given[0]).Length > 0 ? Text(given[0]) : Text(given[1]),
        ["if"] = given => Truth(given[0]) ? given[1] : given[2],
        ["int"] = given => Math.Truncate(Number(given[0])),
        ["regex"] = given =>
            Regex.IsMatch(Text(given[0]), Text(given[1]), RegexOptions.None, Patience),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public FormFunctions()
        : base(new NameTable()) { }

    public static FrozenSet<string> Names { get; } = All.Keys.ToFrozenSet(StringComparer.Ordinal);

    public override bool Whitespace => true;

    public override bool PreserveWhitespace(XPathNavigator node) => true;

    public override int CompareDocument(string baseUri, string nextbaseUri) => 0;

    public override IXsltContextFunction ResolveFunction(
        string prefix,
        string name,
        XPathResultType[] ArgTypes
    ) => new Call(All[name]);

    public override IXsltContextVariable ResolveVariable(string prefix, string name) =>
        throw new XPathException("a form has no variables");

    private static string Text(object given) =>
        given switch
        {
            string text => text,
            XPathNodeIterator nodes => nodes.Clone() is { } each && each.MoveNext()
                ? each.Current!.Value
                : "",
            _ => Convert.ToString(given, CultureInfo.InvariantCulture) ?? "",
        };

    private static double Number(object given) =>
        double.TryParse(
            Text(given),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : double.NaN;

    private static bool Truth(object given) =>
        given switch
        {
            bool truth => truth,
            double number => number is not 0 and not double.NaN,
            XPathNodeIterator nodes => nodes.Count > 0,
            _ => Text(given).Length > 0,
        };

    private sealed class Call(Func<object[], object> function) : IXsltContextFunction
    {
        public int Minargs => 1;

        public int Maxargs => 3;

        public XPathResultType ReturnType => XPathResultType.Any;

        public XPathResultType[] ArgTypes =>
            [XPathResultType.Any, XPathResultType.Any, XPathResultType.Any];

        public object Invoke(XsltContext xsltContext, object[] args, XPathNavigator docContext)
        {
            try
            {
                return function(args);
            }
            catch (IndexOutOfRangeException failure)
            {
                throw new XPathException("a function of a form got too few arguments", failure);
            }
        }
    }
}
