// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>An estimate as one JSON document: the contract of scripts.</summary>
internal static class EstimateJson
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of(EstimateReport report)
    {
        var result = report.Result;
        var verdict = report.Verdict;
        var document = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["observed"] = result.Observed,
            ["lists"] = result.Lists,
            ["range"] = result.Range is { } range ? new[] { range.Low, range.High } : null,
            ["disagreement"] = result.Disagreement,
            ["models"] = result.Models.Select(Model),
            ["chosen"] = result.Chosen,
            ["verdict"] = new
            {
                Light = LightOf(verdict.Belief),
                Reasons = verdict.Reasons.Select(r => new
                {
                    r.Notice.Code,
                    Light = LightOf(r.Belief),
                    Text = EstimateText.Say(r.Notice),
                }),
            },
            ["methods"] = result.Standings.Select(s => new
            {
                Name = s.Model,
                s.Admissible,
                Why = s.Why is { } why ? new { why.Code, Text = EstimateText.Say(why) } : null,
            }),
            ["warnings"] = result
                .Warnings.Concat(verdict.Reasons.Select(r => r.Notice))
                .Select(n => new { n.Code, Text = EstimateText.Say(n) }),
            ["complete"] = result.Complete,
            ["inputHash"] = result.InputHash,
            ["seed"] = result.Seed,
            ["version"] = result.Version,
        };
        AddChecks(document, report);
        return JsonSerializer.Serialize(document, Names);
    }

    public static string LightOf(Belief belief) =>
        belief switch
        {
            Belief.Reasonable => "green",
            Belief.Caution => "amber",
            Belief.DoNotPublish => "red",
            _ => throw new InvalidOperationException($"Bug in Faro: belief {belief}"),
        };

    public static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static object Model(ModelEstimate m) =>
        new
        {
            m.Name,
            Outcome = Kebab(m.Status.ToString()),
            Interactions = m.Interactions.Select(p => new[] { p.First, p.Second }),
            m.HigherTerms,
            m.Estimate,
            Interval = m.Interval is { } i ? new[] { i.Lower, i.Upper } : null,
            m.Level,
            m.Aic,
            m.Bic,
            m.Parameters,
            Status = Kebab(m.Status.ToString()),
            IntervalKind = m.Interval is { } kind ? Kebab(kind.Kind.ToString()) : null,
            LimitErrors = m.Interval is { LowerError: not null } e
                ? new[] { e.LowerError, e.UpperError }
                : null,
            m.Interval?.Replicates,
            m.Interval?.Failed,
            m.HiddenEstimable,
            m.Mixing,
            m.Graphs,
            Ranking = m.Ranking is { } ranking
                ? new
                {
                    ranking.Candidates,
                    ranking.Admissible,
                    Best = ranking.Best.Take(10),
                    Path = ranking.Path.Select(step => new
                    {
                        step.Top,
                        Interval = step.Interval is { } s ? new[] { s.Lower, s.Upper } : null,
                    }),
                }
                : null,
        };

    private static void AddChecks(Dictionary<string, object?> document, EstimateReport report)
    {
        if (report.Sensitivity.Count > 0)
        {
            document["sensitivity"] = report.Sensitivity.Select(p => new
            {
                Check = Kebab(p.Check.ToString()),
                p.Subject,
                p.Value,
                p.Observed,
                Outcome = Kebab(p.Status.ToString()),
                p.Estimate,
                Interval = p.Lower is null ? null : new[] { p.Lower, p.Upper },
            });
        }

        if (report.Coverage.Count > 0 || report.Trajectory.Count > 0)
        {
            document["consistency"] = report.Consistency.Select(c => new
            {
                c.List,
                c.Known,
                c.SeenElsewhere,
                Outcome = Kebab(c.Status.ToString()),
                c.Estimate,
                Interval = c.Lower is null ? null : new[] { c.Lower, c.Upper },
                c.Holds,
            });
            document["coverage"] = report.Coverage.Select(c => new
            {
                Truth = Kebab(c.Truth.ToString()),
                c.Total,
                c.Simulations,
                c.Answered,
                c.Held,
                c.Share,
                c.MedianRatio,
                c.Level,
                c.TooLow,
            });
            document["trajectory"] = report.Trajectory.Select(t => new
            {
                t.Share,
                t.Observed,
                Outcome = Kebab(t.Status.ToString()),
                t.Estimate,
            });
        }

        AddSums(document, report);
    }

    private static void AddSums(Dictionary<string, object?> document, EstimateReport report)
    {
        if (report.Strata is { } strata)
        {
            document["strata"] = new
            {
                Parts = strata.Parts.Select(Stratum),
                Total = Stratum(strata.Total),
            };
        }

        if (report.Combined is { } combined)
        {
            document["combined"] = new
            {
                combined.Tables,
                combined.Answered,
                Outcome = Kebab(combined.Status.ToString()),
                combined.Estimate,
                Interval = combined.Interval is { } i ? new[] { i.Lower, i.Upper } : null,
                combined.LinkageShare,
            };
        }
    }

    private static object Stratum(StratumEstimate part) =>
        new
        {
            part.Name,
            part.Observed,
            Outcome = Kebab(part.Status.ToString()),
            part.Estimate,
            Interval = part.Lower is null ? null : new[] { part.Lower, part.Upper },
            part.Rate,
            RateInterval = part.RateLower is null ? null : new[] { part.RateLower, part.RateUpper },
        };
}
