// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>The page that holds Faro against the literature is made by running; this makes it again and compares.</summary>
/// <remarks>With <c>FARO_APPROVE=1</c> in the environment the page is written.</remarks>
public sealed class LiteratureApproved
{
    private const string Jasa = "Chan, Silverman, Vincent 2021";
    private const string StatComput = "Silverman, Chan, Vincent 2024";

    [Fact]
    public void The_page_of_the_literature_is_what_running_gives() =>
        ApprovedPage.AssertIs("reproduce-the-literature.md", Page());

    private static string Page()
    {
        var text = new StringBuilder(
            """
            # The literature, reproduced

            Made by `LiteratureApproved` (run the tests with `FARO_APPROVE=1` to write it again) on the tables of
            [data/reference](../data/reference), with seed 1. Intervals are 95 %. A bootstrap interval carries the Monte
            Carlo error of its own replicates, so that ours and the printed one agree only as far as that allows; figures
            without an interval agree to the last digit printed.

            | Study | Method | Published | Ours | Source |
            |---|---|---|---|---|

            """
        );
        var stepwise = new ModelChoice(ModelKind.Stepwise);
        var main = new ModelChoice(ModelKind.MainEffects);
        var bic = new ModelChoice(ModelKind.Bic);
        Row(
            text,
            "United Kingdom 2013, 6 lists",
            "UK 2014 method",
            "11,409 [9,982–13,182]; told as 10,000–13,000",
            "silverman-2014/UKdat",
            new(ModelKind.Uk2014),
            "Silverman 2014; modslavmse 2.0"
        );
        Row(
            text,
            "United Kingdom 2013, 5 lists",
            "stepwise",
            "11,313 [8,785–14,701]",
            "silverman-2014/UKdat_5",
            stepwise,
            Jasa
        );
        Row(
            text,
            "United Kingdom 2013, 5 lists",
            "BIC, two-way, best 100",
            "22,991 [11,723–43,894]",
            "silverman-2014/UKdat_5",
            bic,
            StatComput,
            o => o with { MaxOrder = 2 }
        );
        Row(
            text,
            "Netherlands 2010–2015, 5 lists",
            "independent lists",
            "52,924",
            "cruyff-2017/Ned_5",
            main,
            "SparseMSE 2.0.1"
        );
        Row(
            text,
            "Netherlands 2010–2015, 5 lists",
            "stepwise",
            "121,522 [47,393–162,846]",
            "cruyff-2017/Ned_5",
            stepwise,
            "SparseMSE 2.0.1"
        );
        Row(
            text,
            "New Orleans, 8 lists",
            "stepwise",
            "1,184 [717–1,657]",
            "chan-silverman-vincent-2021/NewOrl",
            stepwise,
            Jasa
        );
        Row(
            text,
            "New Orleans, 8 lists",
            "independent lists",
            "997 [644–1,618]",
            "chan-silverman-vincent-2021/NewOrl",
            main,
            Jasa
        );
        Row(
            text,
            "New Orleans, 5 lists",
            "stepwise",
            "1,034 [589–1,703]",
            "chan-silverman-vincent-2021/NewOrl_5",
            stepwise,
            Jasa
        );
        Row(
            text,
            "Western site, United States",
            "stepwise",
            "2,483 [1,293–3,670]",
            "chan-silverman-vincent-2021/Western",
            stepwise,
            Jasa
        );
        Row(
            text,
            "Kosovo 1999 (census: 10,401)",
            "BIC to order 3, all 113",
            "10,357 [6,947–18,010]",
            "ball-2002/Kosovo",
            bic,
            StatComput,
            o => o with { TopModels = 113 }
        );
        Row(
            text,
            "Kosovo 1999 (census: 10,401)",
            "stepwise",
            "14,342 [12,596–16,527]",
            "ball-2002/Kosovo",
            stepwise,
            "SparseMSE 2.0.1"
        );
        Row(
            text,
            "Kosovo 1999 (census: 10,401)",
            "decomposable graphs",
            "12,595 [9,827–16,544]",
            "ball-2002/Kosovo",
            new(ModelKind.DecomposableGraphs),
            "dga 2.0.2"
        );
        Row(
            text,
            "Korea, Palembang",
            "BIC, two-way",
            "157 [128–349]",
            "ball-shin-yang-2018/Korea",
            bic,
            StatComput
        );
        Row(
            text,
            "Hepatitis A in Taiwan",
            "sample coverage, low",
            "508",
            "chao-1997/HAV",
            new(ModelKind.SampleCoverage),
            "Chao et al. 2001",
            member: 1
        );
        Row(
            text,
            "Hepatitis A in Taiwan",
            "sample coverage, high",
            "971",
            "chao-1997/HAV",
            new(ModelKind.SampleCoverage),
            "Chao et al. 2001",
            member: 2
        );
        Row(
            text,
            "HIV in Rome",
            "independent lists",
            "11,125",
            "abeni-1994/HIV",
            main,
            "Rcapture 1.4-4"
        );
        text.Append(
            """

            Not reproduced: the Dutch headline of about 6,250 a year and the Australian 1,342–1,897 (their models use
            covariates or a table that is not published), and the Serbian range.

            """
        );
        return text.ToString();
    }

    private static void Row(
        StringBuilder text,
        string study,
        string method,
        string published,
        string table,
        ModelChoice choice,
        string source,
        Func<EstimateOptions, EstimateOptions>? change = null,
        int member = 0
    )
    {
        var options = new EstimateOptions { Models = [choice], Threads = 2 };
        var model = Tables
            .Run(Tables.Published($"{table}.csv"), change is null ? options : change(options))
            .Models[member];
        var ours = string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Estimate:N0} [{model.Interval?.Lower:N0}–{model.Interval?.Upper:N0}]"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {study} | {method} | {published} | {ours} | {source} |\n"
        );
    }
}
