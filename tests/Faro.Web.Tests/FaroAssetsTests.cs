// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Xunit;

namespace Faro.Web.Tests;

public sealed class FaroAssetsTests
{
    /// <summary>Bytes that styles and script of every page may weigh on the wire, together.</summary>
    private const int Budget = 25_000;

    private readonly FaroAssets _assets = new();

    [Theory]
    [InlineData("app.css", ".css")]
    [InlineData("main.js", ".js")]
    [InlineData("favicon.svg", ".svg")]
    [InlineData("neutral.svg", ".svg")]
    public void The_url_of_a_source_names_its_content(string name, string ending) =>
        Assert.Matches(
            $"^/assets/{Path.GetFileNameWithoutExtension(name)}-[A-Za-z0-9_-]{{8}}\\{ending}$",
            _assets.Url(name)
        );

    [Fact]
    public void A_source_that_was_not_built_has_no_url() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _assets.Url("missing.js"));

    [Fact]
    public void Styles_and_script_of_every_page_are_light()
    {
        var weight = new[] { "app.css", "main.js" }
            .Select(name => Path.GetFileName(_assets.Url(name)))
            .Sum(file => _assets.Read(file, compressed: true)!.Length);
        Assert.InRange(weight, 1, Budget);
    }

    [Fact]
    public void What_is_served_compressed_unpacks_to_the_file()
    {
        var file = Path.GetFileName(_assets.Url("app.css"));
        using var packed = new MemoryStream(_assets.Read(file, compressed: true)!);
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacking);
        Assert.Equal(_assets.Inline("app.css"), reader.ReadToEnd());
    }

    [Fact]
    public void The_script_of_a_report_can_stand_alone_in_a_page()
    {
        var script = _assets.Inline("report.js");
        Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("process.env", script, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\bimport\\s*[({\"']", script);
    }

    [Fact]
    public void No_path_leads_out_of_the_client() =>
        Assert.Null(_assets.Read("../client/manifest.json", compressed: false));
}
