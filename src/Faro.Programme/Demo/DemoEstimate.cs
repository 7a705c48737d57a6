// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Estimation;
using Faro.Programme.Studies.Analyses;

namespace Faro.Programme.Demo;

/// <summary>The estimate of the living study: what its analyst tried, and the assumptions that the analyst stands for.</summary>
/// <remarks>
/// 518 people exist, and the honest range lies above them: misspelt names and absent documents lose matches, and each lost
/// match reads as people who were never seen twice. The checklist says so, as a real one would.
/// </remarks>
public sealed class DemoEstimate(TryAnalysis tries, SignAssumptions sign)
{
    private static readonly string[] Quick =
    [
        .. AnalysisSettings.AllMethods.Where(method =>
            method != Estimate.NameOf(ModelKind.LatentClasses)
        ),
    ];

    /// <param name="analyst">Who works on it.</param>
    /// <param name="study">Which.</param>
    /// <param name="lists">Names of its lists, by their code in the story.</param>
    /// <param name="wait">Until a job has ended.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal async Task RunAsync(
        Actor analyst,
        Guid study,
        IReadOnlyDictionary<string, string> lists,
        Func<Task> wait,
        CancellationToken cancellation
    )
    {
        foreach (var row in DemoFiles.Rows("analyses"))
        {
            var simulations = int.Parse(row["simulations"], CultureInfo.InvariantCulture);
            var settings = new AnalysisSettings
            {
                Methods = Quick,
                Lists =
                    row["without"].Length == 0
                        ? []
                        :
                        [
                            .. lists
                                .Where(list => list.Key != row["without"])
                                .Select(list => list.Value),
                        ],
                Sensitivity = simulations > 0,
                Simulations = simulations,
            };
            await tries
                .RunAsync(analyst, new TryAnalysisInput(study, settings, row["why"]), cancellation)
                .DoneAsync();
            await wait();
        }

        await sign.RunAsync(
                analyst,
                new SignAssumptionsInput(
                    study,
                    DemoNetwork.Words["signer"],
                    [
                        .. DemoFiles
                            .Rows("assumptions")
                            .Select(row => new AssumptionAnswer(
                                row["code"],
                                row["answer"],
                                row["evidence"]
                            )),
                    ]
                ),
                cancellation
            )
            .DoneAsync();
    }
}
