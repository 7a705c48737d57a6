// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Faro.Estimation.Models;

namespace Faro.Estimation;

/// <summary>Whether a method's answer belongs in the range that is told, and if not, why.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Why">Code <c>method.…</c> and its values; null when the answer belongs in the range.</param>
public sealed record Standing(string Model, Notice? Why)
{
    /// <summary>Difference of BIC at which the data speak decisively against a model.</summary>
    /// <remarks>Kass and Raftery, "Bayes factors", JASA 90 (1995) 773–795.</remarks>
    public const double DecisiveBic = 10;

    /// <summary>Ratio of upper to lower limit beyond which an interval says nothing.</summary>
    public const double WidestInterval = 20;

    private static readonly string[] LowerBounds = ["chao", "mh-chao", "mth-chao"];

    private static readonly string[] TwoLists = ["chapman:", "lincoln-petersen:"];

    /// <summary>Whether the answer belongs in the range.</summary>
    public bool Admissible => Why is null;

    /// <summary>The standing of every answer of a run.</summary>
    /// <param name="models">Answers.</param>
    /// <returns>In the same order.</returns>
    public static IReadOnlyList<Standing> Of(IReadOnlyList<ModelEstimate> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var best = models.Where(m => m.HasEstimate).Min(m => m.Bic) ?? double.NaN;
        return [.. models.Select(m => new Standing(m.Name, WhyNot(m, best)))];
    }

    /// <summary>Lowest and highest limit over the admissible answers, rounded outwards to two digits.</summary>
    /// <param name="models">Answers.</param>
    /// <param name="observed">People observed; the range does not begin below.</param>
    /// <returns>Null when no answer is admissible.</returns>
    public static RoundedRange? RangeOf(IReadOnlyList<ModelEstimate> models, long observed)
    {
        var limits = Of(models)
            .Zip(models, (standing, model) => standing.Admissible ? model.Interval : null)
            .OfType<Interval>()
            .ToArray();
        return limits.Length == 0
            ? null
            : new(
                Math.Max(observed, Rounded(limits.Min(l => l.Lower), Math.Floor)),
                Rounded(limits.Max(l => l.Upper), Math.Ceiling)
            );
    }

    private static double Rounded(double value, Func<double, double> way)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, value))) - 1));
        return way(value / unit) * unit;
    }

    private static Notice? WhyNot(ModelEstimate model, double best)
    {
        if (Array.Exists(TwoLists, t => model.Name.StartsWith(t, StringComparison.Ordinal)))
        {
            return new(NoticeCodes.MethodTwoLists, model.Name);
        }

        if (!model.HasEstimate)
        {
            return new(NoticeCodes.MethodNoFigure, model.Name);
        }

        if (model.Interval is not { } interval)
        {
            return new(NoticeCodes.MethodNoInterval, model.Name);
        }

        if (LowerBounds.Contains(model.Name, StringComparer.Ordinal))
        {
            return new(NoticeCodes.MethodLowerBound, model.Name);
        }

        if (string.Equals(model.Name, SampleCoverage.Independent, StringComparison.Ordinal))
        {
            return new(NoticeCodes.MethodIndependence, model.Name);
        }

        if (model.Bic - best > DecisiveBic)
        {
            return new(
                NoticeCodes.MethodFitsBadly,
                model.Name,
                Math.Round(model.Bic.GetValueOrDefault() - best)
            );
        }

        return interval.Upper > WidestInterval * interval.Lower
            ? new(NoticeCodes.MethodSaysNothing, model.Name, WidestInterval)
            : null;
    }
}

/// <summary>A range as it may be told.</summary>
/// <param name="Low">Persons.</param>
/// <param name="High">Persons.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RoundedRange(double Low, double High);
