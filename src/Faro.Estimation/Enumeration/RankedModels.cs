// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using System.Runtime.InteropServices;
using Faro.Estimation.Models;

namespace Faro.Estimation.Enumeration;

/// <summary>Every hierarchical model fitted to one table and ranked by BIC.</summary>
/// <remarks>Silverman, Chan, Vincent, "Bootstrapping multiple systems estimates to account for model selection", Stat.
/// Comput. 34 (2024) 44. Each model starts from the fit of the model it adds a term to; the work is cut into branches
/// by the first terms, so that threads do not change a byte.</remarks>
internal sealed class RankedModels
{
    /// <summary>Most lists whose models are few enough.</summary>
    public const int MostLists = 6;

    /// <summary>Terms whose choice makes the branches that threads share.</summary>
    private const int BranchTerms = 4;

    private readonly CaptureTable _table;
    private readonly EstimateOptions _options;
    private readonly double _logObserved;

    public RankedModels(CaptureTable table, EstimateOptions options, CancellationToken cancellation)
    {
        (_table, _options) = (table, options);
        _logObserved = Math.Log(table.Observed);
        var lists = table.Lists.Count;
        var order =
            options.MaxOrder == 0
                ? Hierarchies.UsualOrder(lists)
                : Math.Min(options.MaxOrder, Hierarchies.MostOrder(lists));
        Hierarchies = new(lists, order, term => table.Together(term) == 0);
        var branches = Branches();
        var found = new List<RankedFit>[branches.Count];
        var looked = new int[branches.Count];
        Parallel.For(
            0,
            branches.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            branch =>
            {
                var walk = new Walk(this, cancellation);
                walk.From(branches[branch]);
                (found[branch], looked[branch]) = (walk.Found, walk.Looked);
            }
        );
        Candidates = looked.Sum();
        Fits = [.. found.SelectMany(f => f)];
        Array.Sort(Fits, static (a, b) => a.RankAgainst(b));
    }

    /// <summary>The terms.</summary>
    public Hierarchies Hierarchies { get; }

    /// <summary>Models looked at.</summary>
    public int Candidates { get; }

    /// <summary>Admissible models, best first; equals by fewer terms, then by earlier ones.</summary>
    public RankedFit[] Fits { get; }

    /// <summary>Constant, lists and terms of a model.</summary>
    public List<int> TermsOf(ulong model) =>
        [.. Selection.Main(_table.Lists.Count), .. Hierarchies.Of(model)];

    /// <summary>Choices of the first terms; the rest of the tree below each is one branch.</summary>
    private List<ulong> Branches()
    {
        var branches = new List<ulong>();
        var terms = Math.Min(BranchTerms, Hierarchies.Terms.Length);
        for (ulong set = 0; set < 1UL << terms; set++)
        {
            var whole = true;
            for (var place = 0; place < terms; place++)
            {
                whole &= ((set >> place) & 1) == 0 || Hierarchies.MayAdd(set, place);
            }

            if (whole)
            {
                branches.Add(set);
            }
        }

        return branches;
    }

    private sealed class Walk
    {
        private readonly RankedModels _all;
        private readonly CancellationToken _cancellation;
        private readonly Fitter _fitter;
        private readonly PatternRank _rank;
        private readonly double[]?[] _starts;
        private readonly double _factorials;
        private readonly ulong _overlapping;

        public Walk(RankedModels all, CancellationToken cancellation)
        {
            (_all, _cancellation) = (all, cancellation);
            var lists = all._table.Lists.Count;
            _fitter = new(lists);
            _fitter.Load(all._table);
            _rank = new(lists, all.Hierarchies.Terms);
            _rank.Load(cell => _fitter.Count(cell) > 0);
            var main = Selection.Main(lists).ToList();
            _starts = new double[all.Hierarchies.Terms.Length + 2][];
            _factorials =
                _fitter.Check(main) == ModelStatus.Estimated && _fitter.Fit(main)
                    ? _fitter.LogLikelihoodKernel() - _fitter.LogLikelihood()
                    : all._table.Counts.Sum(c => Numerics.LogFactorial.Of(c.People));
            for (var place = 0; place < all.Hierarchies.Terms.Length; place++)
            {
                _overlapping |= _fitter.Margin(all.Hierarchies.Terms[place]) > 0 ? 1UL << place : 0;
            }
        }

        public List<RankedFit> Found { get; } = [];

        public int Looked { get; private set; }

        public void From(ulong branch)
        {
            var terms = Math.Min(BranchTerms, _all.Hierarchies.Terms.Length);
            Visit(branch, terms, depth: 0, failed: null);
        }

        /// <summary>One model, then all that add a later term to it.</summary>
        /// <param name="model">The model.</param>
        /// <param name="from">First term that may be added.</param>
        /// <param name="depth">Place for its coefficients.</param>
        /// <param name="failed">Why the model it came from could not be fitted, or null.</param>
        private void Visit(ulong model, int from, int depth, ModelStatus? failed)
        {
            _cancellation.ThrowIfCancellationRequested();
            Looked++;
            var status = failed ?? Status(model);
            if (status == ModelStatus.Estimated)
            {
                var terms = _all.TermsOf(model);
                if (_starts[depth] is { } start)
                {
                    _fitter.StartFrom(start);
                }

                if (_fitter.Fit(terms))
                {
                    Keep(model, terms.Count);
                    _starts[depth + 1] ??= new double[_fitter.Size];
                    _fitter.CopyCoefficients(_starts[depth + 1]);
                }
            }
            else
            {
                _starts[depth + 1] = _starts[depth]?.ToArray();
            }

            for (var place = from; place < _all.Hierarchies.Terms.Length; place++)
            {
                if (_all.Hierarchies.MayAdd(model, place))
                {
                    // What has no maximum has none with one more finite term: its direction is still there. A term at
                    // minus infinity takes cells away, so that the question is a new one.
                    var inherits =
                        status != ModelStatus.Estimated && ((_overlapping >> place) & 1) == 1;
                    Visit(model | (1UL << place), place + 1, depth + 1, inherits ? status : null);
                }
            }
        }

        private ModelStatus Status(ulong model) =>
            _rank.Full(model & _overlapping)
                ? ModelStatus.Estimated
                : _fitter.Check(_all.TermsOf(model));

        private void Keep(ulong model, int parameters)
        {
            var likelihood = _fitter.LogLikelihoodKernel() - _factorials;
            if (
                Math.Exp(_fitter.LogHidden)
                <= (_all._options.DivergenceRatio - 1) * _fitter.Observed
            )
            {
                Found.Add(
                    new(
                        model,
                        parameters,
                        _fitter.LogHidden,
                        (parameters * _all._logObserved) - (2 * likelihood),
                        2 * (parameters - likelihood)
                    )
                );
            }
        }
    }
}

/// <summary>One model of a ranking.</summary>
/// <param name="Model">Bits over the terms.</param>
/// <param name="Parameters">Parameters, those at minus infinity included.</param>
/// <param name="LogHidden">Logarithm of the people unseen.</param>
/// <param name="Bic">Bayesian criterion.</param>
/// <param name="Aic">Akaike's criterion.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RankedFit(
    ulong Model,
    int Parameters,
    double LogHidden,
    double Bic,
    double Aic
)
{
    /// <summary>BIC that differs by rounding only is equal; then fewer terms, then earlier terms go first.</summary>
    public int RankAgainst(RankedFit other)
    {
        var order = Math.Round(Bic, 7).CompareTo(Math.Round(other.Bic, 7));
        if (order == 0)
        {
            order = BitOperations.PopCount(Model).CompareTo(BitOperations.PopCount(other.Model));
        }

        return order == 0 ? Model.CompareTo(other.Model) : order;
    }
}
