// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Studies;

public sealed class StudyRunTests
{
    [Fact]
    public void The_same_inputs_give_the_same_bytes_on_any_number_of_threads()
    {
        var one = Estimate(Uk(), threads: 1);
        var two = Estimate(Uk(), threads: 2);

        Assert.Equal(one.ToJson(), two.ToJson());
        Assert.NotNull(one.Chosen);
    }

    [Fact]
    public void Too_few_people_are_answered_in_words_and_no_number_stands_anywhere()
    {
        var figure = Estimate("A,B,C,count\n1,0,0,12\n0,1,0,9\n0,0,1,7\n1,1,0,2\n", threads: 1);

        Assert.Equal(EstimateFigure.DoNotPublish, figure.Belief);
        Assert.Null(figure.Chosen);
        Assert.Empty(figure.Models);
        // The limit alone: how many there are would be a sum of hidden patterns.
        var overlap = figure.Reasons.Single(reason => reason.Code == "verdict.little-overlap");
        Assert.Equal(["30"], overlap.Values);
    }

    [Fact]
    public void Two_lists_alone_give_no_number()
    {
        var figure = Estimate("A,B,count\n1,0,300\n0,1,400\n1,1,90\n", threads: 1);

        Assert.False(figure.HasNumber);
        Assert.Contains(figure.Reasons, reason => reason.Code == "verdict.few-lists");
    }

    [Fact]
    public void No_count_under_the_minimum_reaches_a_figure()
    {
        var lists = (ListsFigure)Run(StudySteps.Lists, Uk(), [], 1).Figures.Single().Data;

        Assert.True(lists.HiddenPatterns);
        Assert.All(lists.Patterns, pattern => Assert.True(pattern.People >= 10));
        Assert.All(lists.Patterns, pattern => Assert.Equal(0, pattern.People % 10));
        Assert.All(lists.Lists, list => Assert.True(list.People is null or >= 10));
    }

    [Fact]
    public void Sizes_of_lists_do_not_give_away_a_pattern_that_is_hidden()
    {
        // 43 and 38 people, 8 of them on both. Shown together, 40 and 30 on the lists, 30 and 30 on one alone and 70 in
        // all say that 1 to 9 are on both.
        var lists = (ListsFigure)
            Run(StudySteps.Lists, "A,B,count\n1,0,35\n0,1,30\n1,1,8\n", [], 1)
                .Figures.Single()
                .Data;

        Assert.True(lists.HiddenPatterns);
        Assert.False(
            lists.Lists.All(list => list.People is not null)
                && lists.Patterns.Count == 2
                && lists.Observed is not null
        );
    }

    [Fact]
    public void A_person_on_two_lists_is_one_person()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 60).Select(Row));
        var other = string.Join('\n', Enumerable.Range(30, 60).Select(Row));
        var input = Input(
            Source(1, SourceKinds.PersonList, "DIF", $"{Header}\n{rows}\n"),
            Source(2, SourceKinds.PersonList, "Casa", $"{Header}\n{other}\n")
        );

        var figure = (SamePersonFigure)
            StudyRun
                .Run(StudySteps.SamePerson, input, [], null, TestContext.Current.CancellationToken)
                .Figures.Single()
                .Data;

        // All 120 records would tell that hardly anybody is on three: they are hidden for the sake of those.
        Assert.Equal((null, 90), (figure.Records, figure.People));
        Assert.Equal(30, figure.Links.Single().People);
    }

    private const string Header = "nombre,apellido1,apellido2,fecha_nacimiento,documento";

    private static readonly string[] Names =
    [
        "Ana",
        "Rosa",
        "Julia",
        "Marta",
        "Elena",
        "Carmen",
        "Luz",
        "Irene",
        "Sonia",
        "Nadia",
    ];

    private static readonly string[] Surnames =
    [
        "Ajú",
        "Batz",
        "Choc",
        "Díaz",
        "Esquit",
        "Fuentes",
        "Gómez",
        "Hernández",
        "Ixcoy",
        "Juárez",
    ];

    private static string Row(int i) =>
        $"{Names[i % 10]},{Surnames[i * 7 / 10 % 10]},{Surnames[i * 3 % 10]},"
        + $"{1970 + (i % 35)}-{1 + (i % 12):00}-{1 + (i % 28):00},X{i * 7919 % 100000:00000}";

    private static string Uk() => File.ReadAllText(SharedData.FileOrSkip("mse/UKdat_5.csv"));

    private static EstimateFigure Estimate(string table, int threads)
    {
        var lists = Run(StudySteps.Lists, table, [], threads);
        return (EstimateFigure)
            Run(StudySteps.Estimate, table, lists.State, threads)
                .Figures.Single(figure => figure.Code == StudySteps.Estimate)
                .Data;
    }

    private static StepResult Run(string step, string table, byte[] before, int threads) =>
        StudyRun.Run(
            step,
            Input(Source(1, SourceKinds.OverlapTable, "UK", table)) with
            {
                Threads = threads,
            },
            before,
            null,
            TestContext.Current.CancellationToken
        );

    private static StudyInput Input(params StepSource[] sources) =>
        new(
            sources,
            new StudySettings { Replicates = 100 },
            new StudyFrame(new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31), 1, 10),
            [],
            1,
            new AnalysisSettings
            {
                Methods = ["main-effects", "stepwise", "chao"],
                Replicates = 100,
                Seed = 1,
                Sensitivity = false,
                Simulations = 0,
            }
        );

    private static StepSource Source(int number, string kind, string name, string text)
    {
        var headers = text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim().Split(',');
        var mapping = MappingGuess.Of(kind, headers).Tidied(kind, headers);
        return new StepSource(
            number,
            kind,
            name,
            mapping,
            () =>
                SourceReading.Lines(
                    new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    mapping,
                    null,
                    CancellationToken.None
                )
        );
    }
}
