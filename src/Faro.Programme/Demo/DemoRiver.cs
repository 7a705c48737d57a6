// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Releases;
using Faro.Programme.Studies;

namespace Faro.Programme.Demo;

/// <summary>What the story knows: earlier studies, the living one, and the first edition of the public figures.</summary>
public sealed class DemoRiver(
    DemoContext context,
    CreateStudy createStudy,
    WriteText writeText,
    CloseStudy closeStudy,
    DemoStudy living,
    ProposePublication propose,
    ApprovePublication approve
)
{
    internal async Task MakeAsync(
        DemoNetwork network,
        DemoLists lists,
        CancellationToken cancellation
    )
    {
        await context.MakeAsync(cancellation);
        var analyst = await network.ActorAsync(Role.Analyst.Code, cancellation);
        foreach (var row in DemoFiles.Rows("studies"))
        {
            await MakeStudyAsync(analyst, row, lists, cancellation);
        }

        var officer = await network.ActorAsync(Role.DataProtection.Code, cancellation);
        var proposal = await propose.RunAsync(analyst, default, cancellation).DoneAsync();
        await approve.RunAsync(officer, proposal, cancellation).DoneAsync();
    }

    private async Task MakeStudyAsync(
        Actor analyst,
        IReadOnlyDictionary<string, string> row,
        DemoLists lists,
        CancellationToken cancellation
    )
    {
        var study = await createStudy
            .RunAsync(
                analyst,
                new StudyFacts
                {
                    TitleEs = row["title-es"],
                    TitleEn = row["title-en"],
                    QuestionEs = row["question-es"],
                    QuestionEn = row["question-en"],
                    Territory = row["territory"],
                    TerritoryName = row["territory-name"],
                    PeriodFrom = DataRows.Day(row["from"])!.Value,
                    PeriodTo = DataRows.Day(row["to"])!.Value,
                },
                cancellation
            )
            .DoneAsync();
        // A new study is version 1, and each text makes it one more.
        var version = 1;
        foreach (var part in StudyParts.All)
        {
            var es = DemoFiles.Text($"{row["code"]}.{part}.es.md");
            if (es.Length == 0)
            {
                continue;
            }

            var en = DemoFiles.Text($"{row["code"]}.{part}.en.md");
            await writeText
                .RunAsync(analyst, new WriteTextInput(study, part, es, en, 0), cancellation)
                .DoneAsync();
            version++;
        }

        if (row["closed"] == "yes")
        {
            await closeStudy
                .RunAsync(analyst, new CloseStudyInput(study, version), cancellation)
                .DoneAsync();
            return;
        }

        await living.RunAsync(analyst, study, lists, cancellation);
    }
}
