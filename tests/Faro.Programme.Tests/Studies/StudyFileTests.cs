// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Files;
using Faro.Programme.Studies.Report;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Studies;

public sealed class StudyFileTests
{
    private static readonly string Folder = Path.Combine(
        SharedData.Repository,
        "docs",
        "examples",
        "study"
    );

    [Theory]
    [InlineData("study.yml", "same-person,lists,estimate,series-4-1,sources")]
    [InlineData("overlap.yml", "lists,estimate,sensitivity,reality,sources")]
    public void The_examples_run_to_their_reports(string name, string codes)
    {
        var report = Run(name);

        Assert.Equal(
            codes.Split(',').Order(StringComparer.Ordinal),
            report.Figures.Select(figure => figure.Code).Order(StringComparer.Ordinal)
        );
        foreach (var figure in report.Figures)
        {
            using var text = new StringWriter();
            FigureCsv.Write(text, figure.Data);
            Assert.NotEmpty(text.ToString());
        }
    }

    [Fact]
    public void Only_a_file_that_somebody_signed_tells_numbers()
    {
        var (signed, unsigned) = (Run("overlap.yml"), Run("study.yml"));

        Assert.NotNull(Estimate(signed).Range);
        Assert.Equal("Persona de ejemplo", signed.Ledger!.Signature!.Name);
        Assert.Equal(AnalysisRefusals.NotSigned, Estimate(unsigned).Reasons[0].Code);
        Assert.False(Estimate(unsigned).HasNumber);
        Assert.All(unsigned.Ledger!.Analyses, analysis => Assert.Null(analysis.Range));
    }

    [Fact]
    public void The_same_file_gives_the_same_figures() =>
        Assert.Equal(
            Run("overlap.yml").Figures.Select(figure => figure.Data.ToJson()),
            Run("overlap.yml").Figures.Select(figure => figure.Data.ToJson())
        );

    [Fact]
    public void An_unknown_word_in_a_study_file_is_refused_with_its_line()
    {
        using var text = new StringReader("title:\n  es: A\ncolour: blue\n");

        var refusal = StudyFile.Read(text).Refusals.Single();

        Assert.Equal(StudyRefusals.FileMalformed, refusal.Code);
        Assert.Equal(3L, Convert.ToInt64(refusal.Values[0]));
    }

    private static EstimateFigure Estimate(StudyReport report) =>
        report.Figures.Select(figure => figure.Data).OfType<EstimateFigure>().Single();

    private static StudyReport Run(string name)
    {
        using var text = File.OpenText(Path.Combine(Folder, name));
        var file = StudyFile.Read(text);
        Assert.True(file.Done);
        var report = new StudyFileRun(new FakeClock()).Run(
            file.Value,
            Folder,
            null,
            TestContext.Current.CancellationToken
        );
        Assert.True(report.Done, string.Join(", ", report.Refusals));
        return report.Value;
    }
}
