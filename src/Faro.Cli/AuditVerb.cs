// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Faro.Disclosure;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary><c>faro audit</c>: attacks pages that were published, whoever made them.</summary>
internal static class AuditVerb
{
    private static readonly Argument<string[]> Pages = new("PAGE")
    {
        Description = Words.Get("Audit.Pages"),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Round = new("--round")
    {
        Description = Words.Get("Audit.Round"),
        DefaultValueFactory = _ => "none",
    };

    private static readonly Option<int> Doubt = new("--doubt")
    {
        Description = Words.Get("Audit.Doubt"),
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<bool> Cumulative = new("--cumulative")
    {
        Description = Words.Get("Audit.Cumulative"),
    };

    private static readonly Option<string?> Without = new("--without")
    {
        Description = Words.Get("Audit.Without"),
    };

    private static readonly Option<string?> With = new("--with")
    {
        Description = Words.Get("Audit.With"),
    };

    private static readonly Option<double> Delta = new("--delta")
    {
        Description = Words.Get("Audit.Delta"),
        DefaultValueFactory = _ => ReleaseOrder.UsualDelta,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = Words.Get("Audit.Json"),
    };

    static AuditVerb()
    {
        Doubt.Within(2, 1_000_000);
        Delta.Within(0.0, 0.5);
        Round.AcceptOnlyFromAmong("down10", "nearest5", "none");
    }

    public static Command Create()
    {
        var verb = new Command("audit", Words.Get("Audit.Description"))
        {
            Pages,
            Round,
            Doubt,
            Cumulative,
            Without,
            With,
            Delta,
            Json,
        };
        verb.Validators.Add(result =>
        {
            var pages = result.GetValue(Pages)?.Length ?? 0;
            var runs =
                (result.GetValue(Without) is null ? 0 : 1)
                + (result.GetValue(With) is null ? 0 : 1);
            if (runs == 1 || (pages == 0 && runs == 0))
            {
                result.AddError(Words.Get("Audit.Nothing"));
            }
        });
        verb.SetAction(
            (parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation)
        );
        return verb;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var findings = new List<object>();
        var said = new List<string>();
        var refusals = new List<Refusal>();
        var pages = ReadPages(parsed, refusals);
        if (refusals.Count == 0 && pages.Count > 0)
        {
            try
            {
                Linear(parsed, pages, findings, said, cancellation);
            }
            catch (ArgumentException wrong)
            {
                refusals.Add(new(ProtectVerbRefusals.TableWrong, "", wrong.Message));
            }
        }

        foreach (var (before, after) in pages.Zip(pages.Skip(1)))
        {
            Difference(before, after, findings, said);
        }

        Runs(parsed, findings, said, refusals);
        if (refusals.Count > 0)
        {
            return Words.Refuse(Console.Error, refusals);
        }

        Console.Out.WriteLine(
            parsed.GetValue(Json)
                ? JsonSerializer.Serialize(new { Findings = findings }, JsonSerializerOptions.Web)
                : string.Join('\n', said)
        );
        return 0;
    }

    /// <summary>All pages, of the same dimensions; none when one of them cannot be used.</summary>
    private static List<PublishedPage> ReadPages(ParseResult parsed, List<Refusal> refusals)
    {
        var rounding = parsed.GetValue(Round) switch
        {
            "down10" => Rounding.Down(10),
            "nearest5" => Rounding.Nearest(5),
            _ => Rounding.None,
        };
        var pages = new List<PublishedPage>();
        foreach (var path in parsed.GetValue(Pages) ?? [])
        {
            var file = CountFile.Read(path, mayHide: true);
            if (!file.Done)
            {
                refusals.AddRange(file.Refusals);
                continue;
            }

            try
            {
                pages.Add(PublishedPage.Of(file.Value.Dimensions, file.Value.Cells, rounding));
            }
            catch (ArgumentException wrong)
            {
                refusals.Add(new(ProtectVerbRefusals.TableWrong, path, wrong.Message));
            }
        }

        var other = pages.Find(page =>
            !page.Dimensions.SequenceEqual(pages[0].Dimensions, StringComparer.Ordinal)
        );
        if (other is not null)
        {
            refusals.Add(
                new(ProtectVerbRefusals.TableWrong, "", string.Join(", ", other.Dimensions))
            );
        }

        return refusals.Count > 0 ? [] : pages;
    }

    /// <summary>The canary, when its runs were given.</summary>
    private static void Runs(
        ParseResult parsed,
        List<object> findings,
        List<string> said,
        List<Refusal> refusals
    )
    {
        if (parsed.GetValue(Without) is not { } without || parsed.GetValue(With) is not { } with)
        {
            return;
        }

        try
        {
            var shown = Canary.LeastEpsilon(
                Numbers(without),
                Numbers(with),
                parsed.GetValue(Delta)
            );
            findings.Add(new { Attack = "canary", LeastEpsilon = Math.Round(shown, 4) });
            said.Add(Words.Get("Audit.Canary", shown));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            refusals.Add(new(ProtectVerbRefusals.RunsWrong, ""));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            refusals.Add(new(ExchangeRefusals.FileMissing, "", $"{without}, {with}"));
        }
    }

    private static void Linear(
        ParseResult parsed,
        List<PublishedPage> pages,
        List<object> findings,
        List<string> said,
        CancellationToken cancellation
    )
    {
        var doubt = parsed.GetValue(Doubt);
        var found = Attack.Linear(pages, parsed.GetValue(Cumulative), cancellation);
        foreach (var (edition, bounds) in found.Index())
        {
            var narrow = bounds.Where(each => each.Possible < doubt).ToList();
            var exact = bounds.Count(each => each.Possible == 1);
            findings.Add(
                new
                {
                    Attack = "linear",
                    Edition = edition + 1,
                    Hidden = bounds.Count,
                    Recovered = exact,
                    Narrow = narrow.Count,
                    Cells = narrow.Select(each => new
                    {
                        each.Codes,
                        each.Least,
                        each.Most,
                    }),
                }
            );
            said.Add(
                Words.Get("Audit.Linear", edition + 1, bounds.Count, exact, narrow.Count, doubt)
            );
        }
    }

    private static void Difference(
        PublishedPage before,
        PublishedPage after,
        List<object> findings,
        List<string> said
    )
    {
        var rises = Attack.Newcomers(before, after);
        findings.Add(new { Attack = "difference", Rises = rises });
        said.AddRange(
            rises.Count == 0
                ? [Words.Get("Audit.NoRise")]
                : rises.Select(rise => Words.Get("Audit.Rise", rise.Dimension, rise.Code, rise.By))
        );
    }

    private static double[] Numbers(string path) =>
        [
            .. File.ReadLines(path)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => double.Parse(line, CultureInfo.InvariantCulture)),
        ];
}
