// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>One line on a terminal's standard error that says how far the bootstrap is.</summary>
internal sealed class EstimateProgressLine : IProgress<EstimateProgress>
{
    private readonly Lock _turn = new();
    private int _most;
    private int _width;

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
            var line = Words.Get("Estimate.Working", value.Model, (double)value.Done / value.Total);
            _width = Math.Max(_width, line.Length);
            Console.Error.Write($"\r{line.PadRight(_width)}");
        }
    }

    public void Clear()
    {
        if (_width > 0)
        {
            Console.Error.Write($"\r{new string(' ', _width)}\r");
        }
    }
}
