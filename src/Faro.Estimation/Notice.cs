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

    /// <summary>The likelihood stays high however many people are unseen, so there is no upper limit. Values: model, bound
    /// as a multiple of the people observed.</summary>
    public const string IntervalUnbounded = "interval.unbounded";

    /// <summary>A limit would move by more than a tenth of the interval with other replicates. Values: model,
    /// replicates.</summary>
    public const string IntervalImprecise = "interval.imprecise";

    /// <summary>A sampler's chains do not agree. Values: model, R-hat, effective draws.</summary>
    public const string ModelDidNotMix = "model.did-not-mix";

    /// <summary>The method cannot take so many lists. Values: model, lists, most.</summary>
    public const string ModelTooManyLists = "model.too-many-lists";

    /// <summary>The method needs more lists. Values: model, lists, least.</summary>
    public const string ModelTooFewLists = "model.too-few-lists";

    /// <summary>The model has no finite solution, yet the people unseen could be estimated on part of the table. Values:
    /// model.</summary>
    public const string ModelHiddenEstimable = "model.hidden-estimable";

    /// <summary>The run was stopped; what it had not come to is missing. Values: models done, models asked for.</summary>
    public const string RunStopped = "run.stopped";

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

    /// <summary>People seem to differ in how easily they are seen, which models of dependent lists leave out: their figures
    /// are likely too low. Values: model of the family, its figure over that of independent lists.</summary>
    public const string Heterogeneity = "verdict.heterogeneity";

    /// <summary>People may differ in how easily they are seen without these data showing it. Values: percent by which the
    /// total would then reach beyond the upper limit.</summary>
    public const string HeterogeneityHidden = "verdict.heterogeneity-hidden";

    /// <summary>A sampler's chains did not agree: the data allow answers far apart. Values: model, largest over smallest
    /// median of a chain.</summary>
    public const string DidNotMix = "verdict.did-not-mix";

    /// <summary>A method's interval excludes the number known from elsewhere. Values: model, lower limit, upper limit,
    /// number.</summary>
    public const string BenchmarkExcluded = "verdict.benchmark-excluded";

    /// <summary>One list left out, its known size is missed by the others. Values: lists missed, lists tried.</summary>
    public const string Inconsistent = "verdict.inconsistent";

    /// <summary>In simulations the interval held the truth less often than it says. Values: model, percent held, percent
    /// promised.</summary>
    public const string LowCoverage = "verdict.low-coverage";

    /// <summary>Speaks of two lists only. Values: model.</summary>
    public const string MethodTwoLists = "method.two-lists";

    /// <summary>Gave no figure. Values: model.</summary>
    public const string MethodNoFigure = "method.no-figure";

    /// <summary>Gave no interval. Values: model.</summary>
    public const string MethodNoInterval = "method.no-interval";

    /// <summary>Is a lower bound, not an estimate. Values: model.</summary>
    public const string MethodLowerBound = "method.lower-bound";

    /// <summary>Takes lists for independent whatever the data say. Values: model.</summary>
    public const string MethodIndependence = "method.independence";

    /// <summary>The data speak decisively against it. Values: model, BIC above the best.</summary>
    public const string MethodFitsBadly = "method.fits-badly";

    /// <summary>Its interval is so wide that it says nothing. Values: model, largest ratio of its limits.</summary>
    public const string MethodSaysNothing = "method.says-nothing";
}
