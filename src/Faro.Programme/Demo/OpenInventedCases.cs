// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Storage;

namespace Faro.Programme.Demo;

/// <summary>
/// Thousands of invented cases in one act with one link of the audit, with the path that each has behind it: no operation
/// of everyday lets somebody write history. Runs in a demonstration only.
/// </summary>
public sealed class OpenInventedCases(OperationDoor door) : Operation<InventedCases, int>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        InventedCases input,
        CancellationToken cancellation
    )
    {
        if (!act.Actor.IsSystem || !act.Get<FaroOptions>().Demo)
        {
            return new Refusal(DemoRefusals.OnlyInDemo);
        }

        var files = input.Cases.OrderBy(made => made.File.Id).ToList();
        await act.Db.AddRowsAsync(files.ConvertAll(made => made.File), cancellation);
        await act.Db.AddRowsAsync(files.SelectMany(made => made.Steps).ToList(), cancellation);
        await act.Db.AddRowsAsync(
            files.SelectMany(made => made.File.Members).ToList(),
            cancellation
        );
        await act.Db.AddRowsAsync(files.SelectMany(made => made.Tasks).ToList(), cancellation);
        await act.Db.AddRowsAsync(files.SelectMany(made => made.Contacts).ToList(), cancellation);
        await act.Db.AddRowsAsync(
            files.SelectMany(made => made.Assessments).ToList(),
            cancellation
        );
        await act.SettleWholeAsync(files.ConvertAll(made => made.File.Id), cancellation);
        act.Note("case", null, ("invented", files.Count.ToString(CultureInfo.InvariantCulture)));
        return files.Count;
    }
}

/// <param name="Cases">A few thousand at most: they are held in memory.</param>
public sealed record InventedCases(IReadOnlyList<InventedCase> Cases);

/// <summary>One invented case with its history, and bare rows of daily work.</summary>
public sealed record InventedCase(Case File, IReadOnlyList<CaseStep> Steps)
{
    internal List<CaseTask> Tasks { get; } = [];

    internal List<DiaryEntry> Contacts { get; } = [];

    internal List<Assessment> Assessments { get; } = [];
}
