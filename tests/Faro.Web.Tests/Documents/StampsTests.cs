// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Xml.Linq;
using Faro.Programme.Demo;
using Faro.Programme.Documents;
using Faro.Web.Features.Documents;
using PdfSharp.Pdf;
using Xunit;

namespace Faro.Web.Tests.Documents;

public sealed class StampsTests
{
    private const string Words = "María <Núñez> · 25 nov 2026, 12:41";

    [Fact]
    public void A_picture_keeps_its_bytes_and_carries_the_readers_name()
    {
        var picture = InventedPaper.Png(40, 20, (x, y) => (byte)(x + y));

        var stamped = Stamps.Make(picture, DocumentFormats.Png, Words)!.Value;

        var drawing = XDocument.Parse(Encoding.UTF8.GetString(stamped.Bytes)).Root!;
        Assert.Equal("image/svg+xml", stamped.MediaType);
        Assert.Equal("0 0 40 20", drawing.Attribute("viewBox")!.Value);
        Assert.All(
            drawing.Descendants().Where(each => each.Name.LocalName == "text"),
            text => Assert.Equal(Words, text.Value)
        );
        Assert.EndsWith(
            Convert.ToBase64String(picture),
            drawing
                .Descendants()
                .Single(each => each.Name.LocalName == "image")
                .Attribute("href")!
                .Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_size_of_a_photograph_is_found_past_its_other_segments()
    {
        byte[] photograph =
        [
            0xFF,
            0xD8,
            0xFF,
            0xE1,
            0,
            6,
            1,
            2,
            3,
            4, // EXIF
            0xFF,
            0xC4,
            0,
            4,
            0,
            0, // a table, no frame
            0xFF,
            0xC2,
            0,
            11,
            8,
            0x01,
            0x02,
            0x03,
            0x04,
            1,
            0,
            0,
            0,
        ];

        var stamped = Stamps.Make(photograph, DocumentFormats.Jpeg, Words)!.Value;

        Assert.Contains(
            "viewBox=\"0 0 772 258\"",
            Encoding.UTF8.GetString(stamped.Bytes),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("png")]
    [InlineData("jpeg")]
    public void A_damaged_file_gives_no_copy(string format) =>
        Assert.Null(Stamps.Make("%PDF-1.7 nada"u8.ToArray(), DocumentFormats.Get(format), Words));

    [Fact]
    public void What_a_PDF_would_do_by_itself_is_left_out_of_the_copy()
    {
        using var made = new PdfDocument();
        made.AddPage();
        var action = new PdfDictionary(made);
        action.Elements.SetName("/S", "/JavaScript");
        action.Elements.SetString("/JS", "app.alert(1)");
        made.Internals.Catalog.Elements["/OpenAction"] = action;
        using var bytes = new MemoryStream();
        made.Save(bytes, closeStream: false);
        Assert.Contains("JavaScript", Read(bytes.ToArray()), StringComparison.Ordinal);

        var stamped = Stamps.Make(bytes.ToArray(), DocumentFormats.Pdf, Words)!.Value;

        Assert.DoesNotContain("JavaScript", Read(stamped.Bytes), StringComparison.Ordinal);
        Assert.Contains("FaroStamp", Read(stamped.Bytes), StringComparison.Ordinal);
    }

    private static string Read(byte[] pdf) => Encoding.Latin1.GetString(pdf);
}
