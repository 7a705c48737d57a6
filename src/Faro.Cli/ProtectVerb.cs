// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Faro.Disclosure;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary><c>faro protect</c>: from a table of counts to one that may be published.</summary>
internal static class ProtectVerb
{
    private static readonly Argument<string> Table = new("TABLE")
    {
        Description = Words.Get("Protect.Table"),
    };

    private static readonly Option<int> Minimum = new("--minimum")
    {
        Description = Words.Get("Protect.Minimum"),
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string> Round = new("--round")
    {
        Description = Words.Get("Protect.Round"),
        DefaultValueFactory = _ => "down10",
    };

    private static readonly Option<string?> Parents = new("--parents")
    {
        Description = Words.Get("Protect.Parents"),
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = Words.Get("Protect.Out"),
    };

    private static readonly Option<bool> Zeros = new("--zeros")
    {
        Description = Words.Get("Protect.Zeros"),
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = Words.Get("Protect.Json"),
    };

    static ProtectVerb()
    {
        Minimum.Within(2, 1_000_000);
        Round.AcceptOnlyFromAmong("down10", "nearest5", "none");
    }

    public static Command Create()
    {
        var verb = new Command("protect", Words.Get("Protect.Description"))
        {
            Table,
            Minimum,
            Round,
            Zeros,
            Parents,
            Out,
            Json,
        };
        verb.SetAction(
            (parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation)
        );
        return verb;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(Table);
        var table = Read(path, parsed.GetValue(Parents));
        if (!table.Done)
        {
            return Words.Refuse(Console.Error, table.Refusals, path);
        }

        var rule = Rule(parsed);
        var result = Publish.Table(table.Value, rule, cancellation);
        try
        {
            var text = Csv(result);
            if (parsed.GetValue(Out) is { } file)
            {
                File.WriteAllText(file, text);
            }
            else if (!parsed.GetValue(Json))
            {
                Console.Out.Write(text);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.CannotWrite, "", parsed.GetValue(Out) ?? "")]
            );
        }

        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(Report(result), JsonSerializerOptions.Web)
            );
        }

        return 0;
    }

    private static DisclosureRule Rule(ParseResult parsed)
    {
        var rounding = parsed.GetValue(Round);
        var rule = (
            rounding == "none" ? DisclosureRule.Exact
            : rounding == "nearest5" ? DisclosureRule.Nearest5
            : DisclosureRule.Public
        ) with
        {
            ShowZeros = parsed.GetValue(Zeros),
        };
        // The minimum of a rule is a multiple of what it rounds to.
        var minimum = parsed.GetValue(Minimum);
        var least = (minimum + rule.Rounding.To - 1) / rule.Rounding.To * rule.Rounding.To;
        return rule with { Minimum = least, Doubt = least };
    }

    private static Outcome<CountTable> Read(string path, string? parents)
    {
        var counts = CountFile.Read(path, mayHide: false);
        if (!counts.Done)
        {
            return counts.Refusals.ToList();
        }

        var tree = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (parents is not null)
        {
            var read = ParentFile.Read(parents);
            if (!read.Done)
            {
                return read.Refusals.ToList();
            }

            tree = read.Value.Parents;
        }

        try
        {
            var dimensions = counts
                .Value.Dimensions.Select(
                    (name, place) =>
                    {
                        var up = tree.GetValueOrDefault(name) ?? [];
                        var codes = counts
                            .Value.Cells.Select(cell => cell.Codes[place])
                            .Concat(up.Keys)
                            .Concat(up.Values)
                            .Distinct(StringComparer.Ordinal)
                            .ToList();
                        return Dimension.Hierarchy(name, codes, up);
                    }
                )
                .ToList();
            return CountTable.Of(
                dimensions,
                counts.Value.Cells.Select(cell => new CellCount(cell.Codes, cell.Count!.Value))
            );
        }
        catch (ArgumentException wrong)
        {
            return new Refusal(ProtectVerbRefusals.TableWrong, "", wrong.Message);
        }
    }

    private static string Csv(ProtectedTable table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(
            string.Join(
                ',',
                table
                    .Dimensions.Select(dimension => dimension.Name)
                    .Append(CaptureTableFile.CountColumn)
                    .Select(CsvText.Quoted)
            )
        );
        foreach (var (codes, _) in table.Cells)
        {
            text.WriteLine(
                string.Join(
                    ',',
                    codes
                        .Select(CsvText.Quoted)
                        .Append(table.Public(codes)?.ToString(CultureInfo.InvariantCulture) ?? "")
                )
            );
        }

        return text.ToString();
    }

    private static object Report(ProtectedTable table) =>
        new
        {
            table.Rule.Minimum,
            RoundedTo = table.Rule.Rounding.To,
            RoundedDown = table.Rule.Rounding.IsDown,
            Hidden = table.HiddenCount,
            Cells = table.Cells.Select(each => new
            {
                each.Codes,
                Count = table.Public(each.Codes),
            }),
            Audit = new
            {
                table.Audit.Passes,
                table.Audit.Doubt,
                Narrowest = table.Audit.Deductions.Min(deduction => deduction.Possible),
            },
        };
}
