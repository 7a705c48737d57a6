// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>Says on a terminal how far the bootstrap is.</summary>
internal sealed class EstimateProgressLine(ProgressLine line) : IProgress<EstimateProgress>
{
    private readonly Lock _turn = new();
    private int _most;

    public void Report(EstimateProgress value)
    {
        lock (_turn)
        {
            // Threads report out of order; the line only moves forward.
            if (value.Done < _most)
            {
                return;
            }

            _most = value.Done == value.Total ? 0 : value.Done;
            line.Show(Words.Get("Estimate.Working", value.Model, (double)value.Done / value.Total));
        }
    }
}
