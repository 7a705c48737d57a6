// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>Says on a terminal how far a method is and how long it will take.</summary>
internal sealed class EstimateProgressLine(ProgressLine line) : IProgress<EstimateProgress>
{
    private readonly Lock _turn = new();
    private Stopwatch _since = Stopwatch.StartNew();
    private string _model = "";
    private int _most;

    public void Report(EstimateProgress value)
    {
        lock (_turn)
        {
            if (!string.Equals(value.Model, _model, StringComparison.Ordinal))
            {
                (_model, _most, _since) = (value.Model, 0, Stopwatch.StartNew());
            }

            // Threads report out of order; the line only moves forward.
            if (value.Done < _most)
            {
                return;
            }

            _most = value.Done;
            var share = (double)value.Done / value.Total;
            var left = share > 0 ? _since.Elapsed.TotalSeconds * (1 - share) / share : 0;
            line.Show(Words.Get("Estimate.Working", value.Model, share, Math.Ceiling(left)));
        }
    }
}
