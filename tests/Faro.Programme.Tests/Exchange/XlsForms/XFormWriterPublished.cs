// SPDX-License-Identifier: Apache-2.0
using System.Xml.Linq;
using Faro.Programme.Exchange.XlsForms;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Exchange.XlsForms;

/// <summary>Against the XLSForm of IOM's HTCDS 2.0 and the XForm that its authors' tools made of it (CC BY 4.0).</summary>
public sealed class XFormWriterPublished
{
    private static readonly XNamespace X = "http://www.w3.org/2002/xforms";

    [Fact]
    public void The_form_of_HTCDS_becomes_what_its_authors_published()
    {
        var workbook = SharedData.FileOrSkip("htcds/htcds_xlsform.xlsx");
        var published = XDocument.Load(SharedData.FileOrSkip("htcds/htcds_xlsform.xml"));
        using var stream = File.OpenRead(workbook);

        var (form, problems) = XlsFormReader.Read(
            FormSheets.Read(stream, TestContext.Current.CancellationToken),
            "htcds_xlsform"
        );

        Assert.Empty(problems);
        var written = XDocument.Parse(XFormWriter.Write(form!));
        Assert.Equal(Names(published), Names(written));
        Assert.Equal(Controls(published), Controls(written));
        Assert.Equal(Types(published), Types(written));
    }

    private static IEnumerable<string> Names(XDocument form) =>
        form.Descendants(X + "data").Single().DescendantsAndSelf().Select(node => node.Name.LocalName);

    /// <summary>Every control with its words, and its choices with theirs.</summary>
    private static IEnumerable<string> Controls(XDocument form) =>
        form.Descendants()
            .Where(node => node.Name.LocalName is "input" or "select" or "select1")
            .Select(node =>
                $"{node.Name.LocalName} {node.Attribute("ref")!.Value} {node.Element(X + "label")!.Value.Trim()}: "
                + string.Join(
                    ", ",
                    node.Elements(X + "item")
                        .Select(item =>
                            $"{item.Element(X + "value")!.Value}={item.Element(X + "label")!.Value.Trim()}"
                        )
                )
            );

    private static IEnumerable<string> Types(XDocument form) =>
        form.Descendants(X + "bind")
            .Select(bind => $"{bind.Attribute("nodeset")!.Value} {bind.Attribute("type")!.Value}")
            .Order(StringComparer.Ordinal);
}
