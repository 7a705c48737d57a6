// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation;

/// <summary>Something the reader must know. The code is stable; words live with whoever shows it.</summary>
/// <param name="Code">One of <see cref="NoticeCodes"/>.</param>
/// <param name="Values">What the words need (names of lists and models, numbers), in a fixed order per code.</param>
public sealed record Notice(string Code, params IReadOnlyList<object> Values);

/// <summary>Every code that a table, an estimate or a verdict can carry, with its values.</summary>
public static class NoticeCodes
{
    /// <summary>Nobody is on the list; it was left out. Values: list.</summary>
    public const string ListEmpty = "table.list-empty";

    /// <summary>Everybody is on the list, so no overlap can tell who is missing. Values: list.</summary>
    public const string ListOfEverybody = "table.list-of-everybody";

    /// <summary>The list holds exactly the people of an earlier one; it was left out. Values: list, earlier list.</summary>
    public const string ListTwice = "table.list-twice";

    /// <summary>The maximum of the likelihood is not reached by any finite parameters. Values: model.</summary>
    public const string ModelDoesNotExist = "model.does-not-exist";

    /// <summary>Different parameters fit equally well. Values: model.</summary>
    public const string ModelNotIdentifiable = "model.not-identifiable";

    /// <summary>The data have no information for the method. Values: model.</summary>
    public const string ModelNotEstimable = "model.not-estimable";

    /// <summary>The figure grew beyond the stated bound. Values: model, bound as a multiple of the people observed.</summary>
    public const string ModelDiverged = "model.diverged";

    /// <summary>Too many replicates gave no figure for a limit to be told. Values: model, failed, replicates.</summary>
    public const string IntervalUnavailable = "interval.unavailable";

    /// <summary>Too few replicates were asked for to tell limits at this level. Values: model, replicates, least.</summary>
    public const string FewReplicates = "interval.few-replicates";

    /// <summary>All replicates fell on one side, so plain percentiles replace BCa limits. Values: model.</summary>
    public const string IntervalPercentile = "interval.percentile";

    /// <summary>Some replicates gave no figure and were counted as larger than all others. Values: model, failed, replicates.</summary>
    public const string ReplicatesFailed = "interval.replicates-failed";

    /// <summary>The interval takes the chosen model for granted. Values: model.</summary>
    public const string IntervalConditional = "interval.conditional";

    /// <summary>Fewer than three useful lists. Values: lists, least.</summary>
    public const string FewLists = "verdict.few-lists";

    /// <summary>Few people are on two or more lists. Values: people, least.</summary>
    public const string LittleOverlap = "verdict.little-overlap";

    /// <summary>Nearly all people are on one list only. Values: percent, most.</summary>
    public const string MostlyOneList = "verdict.mostly-one-list";

    /// <summary>Pairs of lists share nobody. Values: number of pairs, one pair's first list, its second.</summary>
    public const string EmptyPairs = "verdict.empty-pairs";

    /// <summary>Too few people in all. Values: people, least.</summary>
    public const string TinyCounts = "verdict.tiny-counts";

    /// <summary>Methods differ by more than they may. Values: largest over smallest, most.</summary>
    public const string MethodsDisagree = "verdict.methods-disagree";

    /// <summary>No model gave a figure. No values.</summary>
    public const string NoModel = "verdict.no-model";

    /// <summary>One list holds everybody. Values: list.</summary>
    public const string OneListHoldsAll = "verdict.one-list-holds-all";

    /// <summary>The chosen model has no interval. Values: model.</summary>
    public const string NoInterval = "verdict.no-interval";
}
