// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Faro.Web.Tests.Studies.StudyForms;

namespace Faro.Web.Tests.Studies;

/// <summary>The page an analyst works on: what was tried, what is published, who stands for it.</summary>
public sealed class AnalysisPagesTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Theory]
    [EveryDatabase]
    public async Task The_page_tells_the_range_what_was_tried_and_what_may_be_said(
        DatabaseKind kind
    )
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        await KeepAsync(host, study, Kosovo, KosovoAlone);

        var page = await PageAsync(analyst, $"{study}/pasos/estimate");
        var text = page.Body!.TextContent;

        Assert.NotNull(page.QuerySelector("figure[data-chart=forest]"));
        Assert.Contains("6,900 a 21,000 personas", text, StringComparison.Ordinal);
        // Which methods contradict the census is told by name, in both languages.
        Assert.Contains("excluye la cifra conocida", text, StringComparison.Ordinal);
        Assert.Contains(
            "10,401",
            page.QuerySelector("#redaccion-en")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Cálculos probados: 2.", text, StringComparison.Ordinal);
        Assert.Contains("todavía no se pueden publicar", text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href$='/2/elegir']"));
        Assert.Null(page.QuerySelector("a[href$='/1/elegir']"));
    }

    [Fact]
    public async Task Seventeen_people_on_three_lists_are_refused_in_plain_words()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        await KeepAsync(host, study, Seventeen);

        var page = await PageAsync(analyst, $"{study}/pasos/estimate");
        var text = page.Body!.TextContent;

        Assert.Contains(
            "Hay menos de 50 personas en total: no alcanza.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Con los datos que hay no es posible decir cuántas.",
            text,
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector("figure[data-chart]"));
        Assert.DoesNotContain("personas (nivel", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_without_evidence_is_refused_beside_its_question()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        await KeepAsync(host, study, Kosovo);
        var answers = Assumptions.Codes.ToDictionary(
            code => $"Answer.{code}",
            _ => Assumptions.Holds,
            StringComparer.Ordinal
        );
        answers["Name"] = "Ana Ruiz";

        using var refused = await PostAsync(
            analyst,
            $"{study}/pasos/estimate/supuestos",
            "sign-assumptions",
            answers
        );
        foreach (var code in Assumptions.Codes)
        {
            answers[$"Evidence.{code}"] = "Acta 12";
        }

        using var signed = await PostAsync(
            analyst,
            $"{study}/pasos/estimate/supuestos",
            "sign-assumptions",
            answers
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(
            Assumptions.Codes.Count,
            (await ReadAsync(refused)).QuerySelectorAll("textarea[aria-invalid=true]").Length
        );
        Assert.Equal($"{study}/pasos/estimate", PathOf(signed));
        var page = await PageAsync(analyst, $"{study}/pasos/estimate");
        Assert.Contains("Firma Ana Ruiz", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_withholds_the_numbers_until_somebody_signs()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        await KeepAsync(host, study, Kosovo);

        var report = await PageAsync(analyst, $"{study}/informe");

        var text = report.QuerySelector("article.report")!.TextContent;
        Assert.Contains(
            "Nadie ha firmado los supuestos de la estimación, así que la cifra no se da.",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("6,900", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10,401)", text, StringComparison.Ordinal);
    }

    private static EstimateFigure Kosovo { get; } =
        Of(
            new RangeRow(6900, 21000),
            [new FigureNotice("verdict.benchmark-excluded", "stepwise", "12000", "17000", "10401")]
        );

    private static EstimateFigure KosovoAlone { get; } = Of(new RangeRow(12000, 17000), []);

    private static EstimateFigure Seventeen { get; } =
        new(
            EstimateFigure.DoNotPublish,
            [new FigureNotice("verdict.tiny-counts", "50")],
            [],
            ["A", "B", "C"],
            10,
            0.95,
            null,
            []
        );

    private static EstimateFigure Of(RangeRow range, IReadOnlyList<FigureNotice> reasons)
    {
        var row = new ModelRow("stepwise", "estimated", [], 14000, 12000, 17000);
        return new(
            EstimateFigure.Caution,
            reasons,
            [],
            ["EXH", "ABA", "OSCE", "HRW"],
            4400,
            0.95,
            row,
            [row],
            range,
            1.9,
            10401
        );
    }

    private static Task KeepAsync(FaroHost host, string study, params EstimateFigure[] figures) =>
        host.WriteAsync(async act =>
        {
            var id = Guid.Parse(study[^36..]);
            for (var i = 0; i < figures.Length; i++)
            {
                var analysis = new StudyAnalysis
                {
                    Id = act.NewId(),
                    StudyId = id,
                    Number = i + 1,
                    Settings = new AnalysisSettings { Benchmark = 10401 }.ToJson(),
                    Why = "Una razón",
                    State = AnalysisStates.Done,
                    ListsHash = Hash,
                    InputsHash = Hash,
                    Versions = "{\"programme\":\"1\"}",
                    RequestedAt = act.Now,
                    EndedAt = act.Now,
                    Figures = JsonSerializer.Serialize<IReadOnlyList<MadeFigure>>(
                        [new MadeFigure(StudySteps.Estimate, StudyFigure.Number, figures[i])],
                        StudyJson.Plain
                    ),
                };
                act.Db.StudyAnalyses.Add(analysis);
                if (i == 0)
                {
                    var entity = await act
                        .Db.Studies.Include(each => each.Steps)
                        .Include(each => each.Figures)
                        .SingleAsync(each => each.Id == id);
                    Headline.Set(
                        act,
                        entity,
                        analysis,
                        new HeadlineChoice
                        {
                            Id = act.NewId(),
                            StudyId = id,
                            Number = 1,
                            AnalysisId = analysis.Id,
                            Kind = HeadlineChoice.First,
                            ChosenAt = act.Now,
                        },
                        10
                    );
                }
            }
        });
}
