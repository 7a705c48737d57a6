// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security;
using System.Text;
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>Estimates and intervals by method on a logarithmic scale: what agrees and what does not, at one look.</summary>
internal static class EstimateSvg
{
    private const int Width = 900;
    private const int Left = 250;
    private const int Right = 40;
    private const int Top = 70;
    private const int Step = 26;

    public static string Of(EstimateReport report)
    {
        var rows = report
            .Result.Models.Zip(report.Result.Standings)
            .Where(p =>
                p.First.Estimate is not null
                && !p.First.Name.Contains(':', StringComparison.Ordinal)
            )
            .ToArray();
        var height = Top + (rows.Length * Step) + 50;
        var low = Math.Log10(Math.Max(1, rows.Min(Lowest) ?? report.Result.Observed));
        var high = Math.Log10(Math.Max(10, rows.Max(Highest) ?? 10));
        var scale = new Scale(low - 0.05, high + 0.05);
        var text = new StringBuilder();
        var title = SecurityElement.Escape(Words.Get("Estimate.SvgTitle", report.Level));
        text.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"14\">\n<title>{title}</title>\n<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>\n<text x=\"16\" y=\"28\" font-size=\"17\" fill=\"#12324a\">{title}</text>\n"
        );
        Axis(text, scale, height);
        if (report.Result.Range is { } range)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{scale.At(range.Low):F1}\" y=\"{Top - 16}\" width=\"{scale.At(range.High) - scale.At(range.Low):F1}\" height=\"{(rows.Length * Step) + 8}\" fill=\"#f3e9d7\"/>\n"
            );
        }

        for (var i = 0; i < rows.Length; i++)
        {
            Row(text, scale, rows[i].First, rows[i].Second.Admissible, Top + (i * Step));
        }

        return text.Append("</svg>\n").ToString();
    }

    private static double? Lowest((ModelEstimate Model, Standing Standing) row) =>
        row.Model.Interval?.Lower ?? row.Model.Estimate;

    private static double? Highest((ModelEstimate Model, Standing Standing) row) =>
        row.Model.Interval?.Upper ?? row.Model.Estimate;

    private static void Row(
        StringBuilder text,
        Scale scale,
        ModelEstimate model,
        bool admissible,
        int y
    )
    {
        // What is left out of the range is drawn hollow and grey: not by colour alone.
        var (ink, fill) = admissible ? ("#12324a", "#12324a") : ("#6b7680", "#fff");
        text.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Left - 14}\" y=\"{y + 5}\" text-anchor=\"end\" fill=\"{ink}\">{SecurityElement.Escape(model.Name)}</text>\n"
        );
        if (model.Interval is { } interval)
        {
            var dash = admissible ? "" : " stroke-dasharray=\"4 3\"";
            text.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{scale.At(interval.Lower):F1}\" x2=\"{scale.At(interval.Upper):F1}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{ink}\" stroke-width=\"2\"{dash}/>\n"
            );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{scale.At(model.Estimate!.Value):F1}\" cy=\"{y}\" r=\"4.5\" fill=\"{fill}\" stroke=\"{ink}\" stroke-width=\"2\"/>\n"
        );
    }

    private static void Axis(StringBuilder text, Scale scale, int height)
    {
        for (var power = Math.Floor(scale.Low); power <= Math.Ceiling(scale.High); power++)
        {
            foreach (var digit in (int[])[1, 2, 5])
            {
                var value = digit * Math.Pow(10, power);
                if (Math.Log10(value) < scale.Low || Math.Log10(value) > scale.High)
                {
                    continue;
                }

                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<line x1=\"{scale.At(value):F1}\" x2=\"{scale.At(value):F1}\" y1=\"{Top - 16}\" y2=\"{height - 44}\" stroke=\"#d5dde3\"/>\n<text x=\"{scale.At(value):F1}\" y=\"{height - 24}\" text-anchor=\"middle\" fill=\"#33424d\">{value.ToString("N0", Words.Culture)}</text>\n"
                );
            }
        }
    }

    private sealed record Scale(double Low, double High)
    {
        public double At(double value) =>
            Left + ((Math.Log10(Math.Max(value, 1)) - Low) / (High - Low) * (Width - Left - Right));
    }
}
