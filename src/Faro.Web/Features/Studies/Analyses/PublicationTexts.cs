// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Studies.Report;
using Faro.Programme.Studies.Steps;
using Faro.Web.Features.Studies.Figures;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Studies.Analyses;

/// <summary>What may be published of an estimate, in whole sentences made from its verdict. An analyst adds to it and takes
/// nothing away, so that it cannot say more than the verdict allows.</summary>
public sealed class PublicationTexts(IStringLocalizer<Text> words)
{
    /// <summary>In a language that need not be the reader's.</summary>
    public PublicationLines In(
        string language,
        EstimateFigure figure,
        ReportLedger ledger,
        StudyHead study
    ) =>
        In(
            language,
            figure,
            ledger,
            new PublicationPlace(study.TerritoryName, study.PeriodFrom, study.PeriodTo)
        );

    /// <summary>In a language that need not be the reader's.</summary>
    public PublicationLines In(
        string language,
        EstimateFigure figure,
        ReportLedger ledger,
        PublicationPlace place
    )
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
                language == "en" ? "en" : "es-MX"
            );
            return Of(figure, ledger, place, language);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private PublicationLines Of(
        EstimateFigure figure,
        ReportLedger ledger,
        PublicationPlace place,
        string language
    )
    {
        var figures = new FigureWords(words);
        List<string> always = [words["Publish.Tried", ledger.Analyses.Count]];
        if (figure.Disagreement is { } apart and > 1)
        {
            always.Insert(0, words["Publish.Apart", apart]);
        }

        always.Add(
            ledger.Signature is { } sign
                ? words["Publish.Signed", sign.Name]
                : words["Publish.Unsigned"]
        );
        always.Add(words["Publish.Always"]);
        if (ledger.Words.In(language) is { Length: > 0 } added)
        {
            always.Add(added);
        }

        return new PublicationLines(
            Headline(figure, figures, place),
            figure.Range is null ? words["Publish.BecauseNot"] : words["Publish.WithCaution"],
            [.. figure.Reasons.Select(figures.Notice)],
            always
        );
    }

    private string Headline(EstimateFigure figure, FigureWords figures, PublicationPlace place)
    {
        var (from, to) = ($"{place.From.Year}", $"{place.To.Year}");
        if (figure.Range is not { } range)
        {
            return words["Publish.None", place.Name, from, to];
        }

        var (low, high) = (figures.Count(range.Low), figures.Count(range.High));
        var level = FigureWords.Level(figure.Level);
        return figure.Observed is null
            ? words["Publish.RangeOnly", place.Name, from, to, low, high, level]
            : words[
                "Publish.Range",
                place.Name,
                from,
                to,
                figure.Lists.Count,
                figures.Count(figure.Observed),
                low,
                high,
                level
            ];
    }
}

/// <param name="Name">Of the territory.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record PublicationPlace(string Name, DateOnly From, DateOnly To);

/// <param name="Headline">The range, or that there is none.</param>
/// <param name="Before">What stands before the cautions.</param>
/// <param name="Cautions">One sentence a reason.</param>
/// <param name="Always">What no reader may miss, then what the analyst added.</param>
public sealed record PublicationLines(
    string Headline,
    string Before,
    IReadOnlyList<string> Cautions,
    IReadOnlyList<string> Always
);
