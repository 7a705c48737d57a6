// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Graphs;

/// <summary>The posterior of the people unseen, over all graphs, on the whole numbers from 1 to a bound.</summary>
/// <remarks>
/// The grid is cut into blocks that grow with the people unseen. A graph is looked at in a block only where a bound from
/// the tangents at its ends says that it could matter (what is left out has less than 1e-12 of the weight); there its
/// weight goes from one number to the next by a ratio of a few products, without logarithm or exponential. Far out,
/// where the weight hardly changes from one number to the next, a block is a Gauss-Legendre sum.
/// </remarks>
internal sealed class GraphPosterior
{
    private const int Chunks = 32;
    private const int FewestPerBlock = 16;
    private const int BlocksPerFold = 64;
    private const int CoarseStride = 16;
    private const double Negligible = 48;

    /// <summary>In a grid that may be summed in part, blocks from here on are sums of eight points.</summary>
    private const double SummedUpTo = 2e4;

    private static readonly double[] Points =
    [
        -0.9602898564975363,
        -0.7966664774136267,
        -0.5255324099163290,
        -0.1834346424956498,
    ];

    private static readonly double[] PointWeights =
    [
        0.1012285362903763,
        0.2223810344533745,
        0.3137066458778873,
        0.3626837833783620,
    ];

    private readonly DecomposableGraphs _graphs;
    private readonly GraphWeights _weights;
    private readonly double[] _edges;
    private readonly int[] _kept;
    private readonly double _top;
    private readonly double[] _mass;
    private readonly double[] _graphMass;
    private readonly double _total;
    private readonly bool _quadrature;
    private readonly int _sets;

    public GraphPosterior(
        DecomposableGraphs graphs,
        GraphWeights weights,
        double mostUnseen,
        bool summed,
        int threads,
        CancellationToken cancellation
    )
    {
        (_graphs, _weights, MostUnseen) = (graphs, weights, mostUnseen);
        _sets = weights.None.Length;
        _quadrature = !summed;
        _edges = Edges(weights.Observed, mostUnseen);
        (_kept, _top) = Screen(cancellation);
        _mass = new double[_edges.Length - 1];
        var moments = new double[_mass.Length];
        var byGraph = new double[Chunks][];
        Parallel.For(
            0,
            Chunks,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = threads,
                CancellationToken = cancellation,
            },
            chunk =>
            {
                byGraph[chunk] = new double[_kept.Length];
                var work = new Block(this);
                for (var block = chunk; block < _mass.Length; block += Chunks)
                {
                    (_mass[block], moments[block]) = work.Sum(block, byGraph[chunk]);
                }
            }
        );
        _total = _mass.Sum();
        Mean = weights.Observed + (moments.Sum() / _total);
        _graphMass = new double[_kept.Length];
        foreach (var chunk in byGraph)
        {
            for (var i = 0; i < chunk.Length; i++)
            {
                _graphMass[i] += chunk[i];
            }
        }

        TailMass = Tail() / _total;
    }

    /// <summary>Largest number of people unseen that was weighed.</summary>
    public double MostUnseen { get; }

    /// <summary>Mean of everybody.</summary>
    public double Mean { get; }

    /// <summary>Weight beyond the grid as a share of that on it, each graph's tail as a power of the people unseen.</summary>
    public double TailMass { get; }

    /// <summary>The smallest number of everybody that at least this share lies at or below.</summary>
    public double Quantile(double share)
    {
        var wanted = share * _total;
        var sum = 0.0;
        for (var block = 0; block < _mass.Length; block++)
        {
            if (sum + _mass[block] >= wanted || block == _mass.Length - 1)
            {
                return _weights.Observed + new Block(this).Find(block, wanted - sum);
            }

            sum += _mass[block];
        }

        return _weights.Observed + MostUnseen;
    }

    /// <summary>The graphs with the largest weight.</summary>
    public IEnumerable<(int Graph, double Weight)> Best(int most) =>
        _kept
            .Select((graph, i) => (graph, _graphMass[i] / _total))
            .OrderByDescending(g => g.Item2)
            .Take(most);

    private static double[] Edges(double observed, double most)
    {
        // So narrow that the posterior does not rise and fall by hundreds of orders of magnitude within one.
        var perFold = Math.Max(BlocksPerFold, Math.Sqrt(observed) / 4);
        var edges = new List<double> { 1 };
        while (edges[^1] <= most)
        {
            edges.Add(
                Math.Min(
                    most + 1,
                    edges[^1] + Math.Max(FewestPerBlock, Math.Floor(edges[^1] / perFold))
                )
            );
        }

        return [.. edges];
    }

    /// <summary>Graphs that may matter somewhere, and the largest weight seen.</summary>
    private (int[] Kept, double Top) Screen(CancellationToken cancellation)
    {
        double[] coarse =
        [
            .. _edges.Where((_, i) => i % CoarseStride == 0 || i == _edges.Length - 1),
        ];
        var heights = new double[coarse.Length][];
        var slopes = new double[coarse.Length][];
        for (var i = 0; i < coarse.Length; i++)
        {
            (heights[i], slopes[i]) = (new double[_sets], new double[_sets]);
            _weights.At(coarse[i], heights[i], slopes[i]);
        }

        var bounds = new double[_graphs.Count];
        var top = double.NegativeInfinity;
        for (var graph = 0; graph < bounds.Length; graph++)
        {
            cancellation.ThrowIfCancellationRequested();
            var parts = _graphs.Parts(graph);
            var height = GraphWeights.Sum(parts, heights[0]);
            var slope = GraphWeights.Sum(parts, slopes[0]);
            var bound = height;
            top = Math.Max(top, height);
            for (var i = 1; i < coarse.Length; i++)
            {
                var nextHeight = GraphWeights.Sum(parts, heights[i]);
                var nextSlope = GraphWeights.Sum(parts, slopes[i]);
                bound = Math.Max(
                    bound,
                    Bound(height, slope, nextHeight, nextSlope, coarse[i] - coarse[i - 1])
                );
                top = Math.Max(top, nextHeight);
                (height, slope) = (nextHeight, nextSlope);
            }

            bounds[graph] = bound;
        }

        var least = top - Negligible;
        return ([.. Enumerable.Range(0, bounds.Length).Where(g => bounds[g] >= least)], top);
    }

    /// <summary>Most a weight can be between two points: where the tangents at its ends meet.</summary>
    private static double Bound(
        double height,
        double slope,
        double nextHeight,
        double nextSlope,
        double width
    ) =>
        Math.Max(
            Math.Max(height, nextHeight),
            Math.Min(
                height + (Math.Max(0, slope) * width),
                nextHeight + (Math.Max(0, -nextSlope) * width)
            )
        );

    private double Tail()
    {
        var heights = new double[_sets];
        var slopes = new double[_sets];
        _weights.At(MostUnseen, heights, slopes);
        var tail = 0.0;
        foreach (var graph in _kept)
        {
            var parts = _graphs.Parts(graph);
            var power = -GraphWeights.Sum(parts, slopes) * MostUnseen;
            var weight = Math.Exp(GraphWeights.Sum(parts, heights) - _top);
            tail +=
                weight == 0 ? 0
                : power > 1 ? weight * MostUnseen / (power - 1)
                : double.PositiveInfinity;
        }

        return tail;
    }

    /// <summary>Work space for one block at a time.</summary>
    private sealed class Block(GraphPosterior all)
    {
        private readonly double[] _low = new double[all._sets];
        private readonly double[] _lowSlopes = new double[all._sets];
        private readonly double[] _high = new double[all._sets];
        private readonly double[] _highSlopes = new double[all._sets];
        private double[] _dense = [];

        /// <summary>Weight of a block and its first moment in people unseen.</summary>
        public (double Mass, double Moment) Sum(int block, double[] byGraph)
        {
            var (from, to) = (all._edges[block], all._edges[block + 1]);
            Open(from, to);
            if (Far(from))
            {
                return Quadrature(from - 0.5, to - 0.5, byGraph);
            }

            Fill(from, to, byGraph);
            var (mass, moment) = (0.0, 0.0);
            for (var i = 0; i < (int)(to - from); i++)
            {
                mass += _dense[i];
                moment += _dense[i] * (from + i);
            }

            return (mass, moment);
        }

        /// <summary>The first number at which the weight of the block so far reaches what is wanted.</summary>
        public double Find(int block, double wanted)
        {
            var (from, to) = (all._edges[block], all._edges[block + 1]);
            Open(from, to);
            if (Far(from))
            {
                var (low, high) = (from, to - 1);
                while (low < high)
                {
                    var middle = Math.Floor((low + high) / 2);
                    var (mass, _) = Quadrature(from - 0.5, middle + 0.5, byGraph: null);
                    (low, high) = mass >= wanted ? (low, middle) : (middle + 1, high);
                }

                return low;
            }

            Fill(from, to, byGraph: null);
            var sum = 0.0;
            for (var i = 0; i < (int)(to - from); i++)
            {
                sum += _dense[i];
                if (sum >= wanted)
                {
                    return from + i;
                }
            }

            return to - 1;
        }

        private bool Far(double from) => all._quadrature && from >= SummedUpTo;

        private void Open(double from, double to)
        {
            all._weights.At(from, _low, _lowSlopes);
            all._weights.At(to, _high, _highSlopes);
        }

        private bool Matters(
            ReadOnlySpan<sbyte> parts,
            double width,
            out double low,
            out double high
        )
        {
            low = GraphWeights.Sum(parts, _low);
            high = GraphWeights.Sum(parts, _high);
            var least = all._top - Negligible;
            return low >= least
                || high >= least
                || Bound(
                    low,
                    GraphWeights.Sum(parts, _lowSlopes),
                    high,
                    GraphWeights.Sum(parts, _highSlopes),
                    width
                ) >= least;
        }

        private void Fill(double from, double to, double[]? byGraph)
        {
            var width = (int)(to - from);
            if (_dense.Length < width)
            {
                _dense = new double[width];
            }

            Array.Clear(_dense);
            for (var i = 0; i < all._kept.Length; i++)
            {
                var parts = all._graphs.Parts(all._kept[i]);
                if (Matters(parts, width, out var low, out _))
                {
                    var sum = March(parts, from, width, Math.Exp(low - all._top));
                    if (byGraph is not null)
                    {
                        byGraph[i] += sum;
                    }
                }
            }
        }

        private double March(ReadOnlySpan<sbyte> parts, double from, int width, double weight)
        {
            var weights = all._weights;
            Span<double> above = stackalloc double[16];
            Span<double> below = stackalloc double[16];
            var (ups, downs) = (0, 0);
            foreach (var part in parts)
            {
                if (part > 0)
                {
                    above[ups++] = weights.None[part] + weights.Prior[part];
                }
                else
                {
                    below[downs++] = weights.None[-part] + weights.Prior[-part];
                }
            }

            var sum = 0.0;
            for (var i = 0; i < width; i++)
            {
                _dense[i] += weight;
                sum += weight;
                var hidden = from + i;
                var whole = weights.Observed + hidden + weights.Whole;
                var over = weights.Observed + hidden;
                var under = hidden + 1;
                for (var j = 0; j < ups; j++)
                {
                    over *= above[j] + hidden;
                    under *= whole;
                }

                for (var j = 0; j < downs; j++)
                {
                    under *= below[j] + hidden;
                    over *= whole;
                }

                weight *= over / under;
            }

            return sum;
        }

        private (double Mass, double Moment) Quadrature(double from, double to, double[]? byGraph)
        {
            var (centre, half) = ((from + to) / 2, (to - from) / 2);
            var (mass, moment) = (0.0, 0.0);
            Span<double> heights = stackalloc double[1 << DecomposableGraphs.MostLists];
            Span<double> slopes = stackalloc double[1 << DecomposableGraphs.MostLists];
            for (var point = 0; point < 2 * Points.Length; point++)
            {
                var side = point < Points.Length ? Points[point] : -Points[point - Points.Length];
                var weight = half * PointWeights[point % Points.Length];
                var hidden = centre + (half * side);
                all._weights.At(hidden, heights, slopes);
                for (var i = 0; i < all._kept.Length; i++)
                {
                    var height = GraphWeights.Sum(all._graphs.Parts(all._kept[i]), heights);
                    if (height < all._top - Negligible - 20)
                    {
                        continue;
                    }

                    var share = weight * Math.Exp(height - all._top);
                    mass += share;
                    moment += share * hidden;
                    if (byGraph is not null)
                    {
                        byGraph[i] += share;
                    }
                }
            }

            return (mass, moment);
        }
    }
}
