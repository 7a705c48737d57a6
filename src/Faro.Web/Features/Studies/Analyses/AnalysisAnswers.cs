// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Analyses;

namespace Faro.Web.Features.Studies.Analyses;

/// <summary>What the form of a new analysis posts, as written.</summary>
public sealed class AnalysisAnswers
{
    public string? Why { get; set; }
    public string? Benchmark { get; set; }
    public string? Sensitivity { get; set; }
    public string? Level { get; set; }
    public string? PairThreshold { get; set; }
    public string? Replicates { get; set; }
    public string? Simulations { get; set; }
    public string? Seed { get; set; }

    public static AnalysisAnswers From(AnalysisSettings settings) =>
        new()
        {
            Sensitivity = settings.Sensitivity ? "true" : null,
            Level = PostedNumber.Write(settings.Level),
            PairThreshold = PostedNumber.Write(settings.PairThreshold),
            Replicates = PostedNumber.Write(settings.Replicates),
            Simulations = PostedNumber.Write(settings.Simulations),
            Seed = PostedNumber.Write(settings.Seed),
        };

    /// <summary>All but the lists and methods.</summary>
    public AnalysisSettings ToSettings() =>
        new()
        {
            Benchmark = string.IsNullOrWhiteSpace(Benchmark) ? null : PostedNumber.Long(Benchmark),
            Sensitivity = Sensitivity == "true",
            Level = PostedNumber.Fraction(Level),
            PairThreshold = PostedNumber.Fraction(PairThreshold),
            Replicates = PostedNumber.Whole(Replicates),
            Simulations = PostedNumber.Whole(Simulations),
            Seed = PostedNumber.Long(Seed),
        };
}
