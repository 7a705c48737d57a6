// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Mixture;

namespace Faro.Disclosure.Estimates;

/// <summary>Chooses which triples to count: those that the model of pairs expects to stand out of the noise.</summary>
/// <remarks>The choice uses noisy counts only, so it costs no privacy, and how many are chosen changes no sensitivity.</remarks>
internal static class LikelyTriples
{
    // In standard deviations of the noise.
    private const double Least = 0.4;

    public static TripleList Of(
        MixtureModel model,
        Measurement measured,
        double deviation,
        int most,
        CancellationToken cancel
    )
    {
        var expected = new Predictions(model, measured.Persons);
        var width = measured.Domain.AttributeCount;
        var least = Least * deviation;
        var isLikely = new bool[width * width];
        for (var low = 0; low < width; low++)
        for (var high = low + 1; high < width; high++)
            isLikely[(low * width) + high] = expected.Pair(low, high) >= least;
        // Found once to learn where to draw the line, so that there are not too many, and once more to keep them.
        var counts = new List<float>();
        expected.FindTriples(
            least,
            (low, high) => isLikely[(low * width) + high],
            (_, _, _, count) => counts.Add((float)count),
            cancel
        );
        if (counts.Count > most)
        {
            counts.Sort();
            least = counts[^Math.Max(1, most)];
        }
        var triples = new TripleList();
        expected.FindTriples(
            least,
            (low, high) => isLikely[(low * width) + high],
            (first, second, third, _) =>
            {
                if (triples.Count < most)
                    triples.Add(first, second, third);
            },
            cancel
        );
        return triples;
    }
}
