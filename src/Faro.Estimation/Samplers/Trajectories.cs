// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Samplers;

/// <summary>Hamiltonian Monte Carlo in coordinates in which the posterior is nearly a standard normal.</summary>
/// <remarks>Neal, "MCMC using Hamiltonian dynamics", in Handbook of Markov Chain Monte Carlo (2011), ch. 5. The length of
/// each trajectory is drawn anew around a quarter turn, and the step is set during warm-up.</remarks>
internal sealed class Trajectories(
    LogPosterior posterior,
    double[] mode,
    double[] factor,
    Philox random
)
{
    private const double QuarterTurn = Math.PI / 2;
    private readonly int _order = mode.Length;
    private readonly double[] _coefficients = new double[mode.Length];
    private readonly double[] _gradient = new double[mode.Length];
    private Philox _random = random;

    /// <summary>Draws of the coefficients after warm-up.</summary>
    public double[][] Draw(int warmUp, int draws, double acceptance, CancellationToken cancellation)
    {
        var place = new double[_order];
        var slope = new double[_order];
        var momentum = new double[_order];
        var (next, nextSlope) = (new double[_order], new double[_order]);
        for (var i = 0; i < _order; i++)
        {
            place[i] = Numerics.Draws.Normal(ref _random);
        }

        var height = At(place, slope);
        var logStep = Math.Log(0.9 / Math.Pow(_order, 0.25));
        var kept = new double[draws][];
        for (var draw = 0; draw < warmUp + draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var energy = height;
            for (var i = 0; i < _order; i++)
            {
                momentum[i] = Numerics.Draws.Normal(ref _random);
                energy -= momentum[i] * momentum[i] / 2;
            }

            var step = Math.Exp(logStep);
            var length = QuarterTurn * (0.5 + _random.NextDouble());
            var steps = Math.Clamp((int)Math.Round(length / step), 1, 100);
            place.CopyTo(next, 0);
            slope.CopyTo(nextSlope, 0);
            var reached = Leap(next, nextSlope, momentum, length / steps, steps);
            var change = reached - energy;
            for (var i = 0; i < _order; i++)
            {
                change -= momentum[i] * momentum[i] / 2;
            }

            var chance = double.IsFinite(change) ? Math.Min(1, Math.Exp(change)) : 0;
            if (_random.NextDouble() < chance)
            {
                height = reached;
                (place, next) = (next, place);
                (slope, nextSlope) = (nextSlope, slope);
            }

            if (draw < warmUp)
            {
                logStep = Math.Clamp(
                    logStep + ((chance - acceptance) / Math.Sqrt(10 + draw)),
                    -5,
                    0.5
                );
            }
            else
            {
                Move(place);
                kept[draw - warmUp] = [.. _coefficients];
            }
        }

        return kept;
    }

    private double Leap(double[] place, double[] slope, double[] momentum, double step, int steps)
    {
        var height = 0.0;
        for (var leap = 0; leap < steps; leap++)
        {
            for (var i = 0; i < _order; i++)
            {
                momentum[i] += step / 2 * slope[i];
                place[i] += step * momentum[i];
            }

            height = At(place, slope);
            for (var i = 0; i < _order; i++)
            {
                momentum[i] += step / 2 * slope[i];
            }
        }

        return height;
    }

    /// <summary>Coefficients at a place: mode + L⁻ᵀ place, L the factor of the curvature at the mode.</summary>
    private void Move(double[] place)
    {
        for (var row = _order - 1; row >= 0; row--)
        {
            var sum = place[row];
            for (var k = row + 1; k < _order; k++)
            {
                sum -= factor[(k * _order) + row] * _coefficients[k];
            }

            _coefficients[row] = sum / factor[(row * _order) + row];
        }

        for (var i = 0; i < _order; i++)
        {
            _coefficients[i] += mode[i];
        }
    }

    private double At(double[] place, double[] slope)
    {
        Move(place);
        var height = posterior.At(_coefficients, _gradient);
        for (var row = 0; row < _order; row++)
        {
            var sum = _gradient[row];
            for (var k = 0; k < row; k++)
            {
                sum -= factor[(row * _order) + k] * slope[k];
            }

            slope[row] = sum / factor[(row * _order) + row];
        }

        return height;
    }
}
