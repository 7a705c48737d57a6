// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Checks;

/// <summary>The same population with part of its people taken away, one after another in a random order.</summary>
internal static class Thinning
{
    private const int Steps = 10;
    private const int Use = 101;

    public static IReadOnlyList<TrajectoryPoint> Of(CaptureTable table, EstimateOptions options)
    {
        var random = new Philox(Streams.Of(options.Seed, Use), 0);
        long[] people = [.. table.Counts.Select(c => c.People)];
        var points = new TrajectoryPoint[Steps];
        for (var step = Steps; step > 0; step--)
        {
            // Of those kept so far, each stays with the same chance, so that smaller parts lie within larger ones.
            var share = (double)step / Steps;
            if (step < Steps)
            {
                var stays = (double)step / (step + 1);
                for (var i = 0; i < people.Length; i++)
                {
                    people[i] = Binomial.Draw(people[i], stays, ref random);
                }
            }

            var part = new CaptureTable(
                table.Lists,
                table.Counts.Select((c, i) => c with { People = people[i] })
            );
            var answer = Stepwise.Of(part, options);
            points[step - 1] = new(share, part.Observed, answer.Status, answer.Estimate / share);
        }

        return points;
    }
}
