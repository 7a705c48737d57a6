// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Faro.Web.Features.Access;

/// <summary>A QR code drawn in the page itself, so that its content goes to no other address.</summary>
internal static class QrCode
{
    /// <param name="content">At most 1,000 characters.</param>
    /// <param name="label">What it is, for who cannot see it.</param>
    public static MarkupString Svg(string content, string label)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new MarkupString(
            $"<svg viewBox=\"0 0 {rows.Count} {rows.Count}\" width=\"220\" height=\"220\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
        );
    }
}
