// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Faro.Web.Features.Documents;

/// <summary>
/// A copy of a PDF with the reader's name across every page and beneath it, in Helvetica, which every reader of PDF has
/// without a font file. What the document would do by itself when opened is left out of the copy.
/// </summary>
internal static class PdfStamp
{
    private const string Font = "/FaroStamp";
    private const string Faint = "/FaroFaint";
    private const double Opacity = 0.22;

    private static readonly string[] Active = ["/OpenAction", "/AA", "/AcroForm", "/Names"];

    /// <returns>Null when it cannot be opened without a password, or is damaged.</returns>
    public static byte[]? Make(byte[] pdf, string words)
    {
        try
        {
            using var input = new MemoryStream(pdf, writable: false);
            using var document = PdfReader.Open(input, PdfDocumentOpenMode.Modify);
            foreach (var name in Active)
            {
                document.Internals.Catalog.Elements.Remove(name);
            }

            foreach (var page in document.Pages)
            {
                Stamp(document, page, words);
            }

            using var output = new MemoryStream();
            document.Save(output, closeStream: false);
            return output.ToArray();
        }
        // The reader throws many kinds for what is one thing: the file is not as it should be.
        catch (Exception failure)
            when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            return null;
        }
    }

    private static void Stamp(PdfDocument document, PdfPage page, string words)
    {
        page.Elements.Remove("/AA");
        var resources = page.Elements.GetDictionary("/Resources");
        if (resources is null)
        {
            resources = new PdfDictionary(document);
            page.Elements["/Resources"] = resources;
        }

        Within(document, resources, "/Font").Elements[Font] = Helvetica(document);
        Within(document, resources, "/ExtGState").Elements[Faint] = Transparent(document);
        // What the page left turned or clipped is set back before the stamp is drawn.
        page.Contents.PrependContent().CreateStream("q\n"u8.ToArray());
        page.Contents.AppendContent()
            .CreateStream(Encoding.Latin1.GetBytes("Q\n" + Drawing(page, words)));
    }

    private static string Drawing(PdfPage page, string words)
    {
        var (width, height) = (page.MediaBox.Width, page.MediaBox.Height);
        var (left, bottom) = (page.MediaBox.X1, page.MediaBox.Y1);
        var text = Literal(words);
        var drawing = new StringBuilder();
        drawing.Append(
            CultureInfo.InvariantCulture,
            $"q {Faint} gs 0.1 g BT {Font} {width / 34:0.##} Tf\n"
        );
        for (var line = 0; line < 5; line++)
        {
            // Turned by 30 degrees.
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"0.866 0.5 -0.5 0.866 {left + width * 0.06:0.##} {bottom + height * (line * 0.2 + 0.04):0.##} Tm {text} Tj\n"
            );
        }

        drawing.Append(
            CultureInfo.InvariantCulture,
            $"ET Q q 0.2 g BT {Font} 7 Tf 1 0 0 1 {left + 18:0.##} {bottom + 9:0.##} Tm {text} Tj ET Q\n"
        );
        return drawing.ToString();
    }

    private static PdfDictionary Within(PdfDocument document, PdfDictionary resources, string name)
    {
        var inner = resources.Elements.GetDictionary(name);
        if (inner is null)
        {
            inner = new PdfDictionary(document);
            resources.Elements[name] = inner;
        }

        return inner;
    }

    private static PdfDictionary Helvetica(PdfDocument document)
    {
        var font = new PdfDictionary(document);
        font.Elements.SetName("/Type", "/Font");
        font.Elements.SetName("/Subtype", "/Type1");
        font.Elements.SetName("/BaseFont", "/Helvetica");
        font.Elements.SetName("/Encoding", "/WinAnsiEncoding");
        return font;
    }

    private static PdfDictionary Transparent(PdfDocument document)
    {
        var state = new PdfDictionary(document);
        state.Elements.SetName("/Type", "/ExtGState");
        state.Elements.SetReal("/ca", Opacity);
        return state;
    }

    /// <summary>Latin-1 agrees with WinAnsi in every letter of Spanish; what it lacks becomes a question mark.</summary>
    private static string Literal(string words)
    {
        var text = new StringBuilder("(");
        foreach (var letter in Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(words)))
        {
            if (letter is '(' or ')' or '\\')
            {
                text.Append('\\');
            }

            text.Append(letter);
        }

        return text.Append(')').ToString();
    }
}
