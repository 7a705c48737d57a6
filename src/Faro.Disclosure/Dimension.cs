// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>One characteristic that a table is cut by: its codes, how they roll up, and whether the total is published.</summary>
/// <remarks>Persons with several answers (forms of exploitation, means) do not add up to a total: give such a
/// characteristic <see cref="WithoutTotal"/>, or the audit would believe sums that are not published.</remarks>
public sealed class Dimension
{
    /// <summary>The code under which the sum over a whole dimension is published.</summary>
    public const string TotalCode = "total";

    // Node 0 is the sum over everything, published or not; the others follow in the order given.
    private readonly List<string> _codes = [TotalCode];
    private readonly List<int> _parents = [-1];
    private readonly List<bool> _leaves = [false];
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);

    private Dimension(
        string name,
        IReadOnlyList<string> codes,
        IReadOnlyDictionary<string, string> parents,
        bool hasTotal
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0)
            throw new ArgumentException($"The dimension {name} has no codes.", nameof(codes));
        (Name, HasTotal) = (name, hasTotal);
        _nodes.Add(TotalCode, 0);
        foreach (var code in codes)
            if (string.IsNullOrEmpty(code) || !_nodes.TryAdd(code, _nodes.Count))
                throw new ArgumentException(
                    $"The dimension {name} has an empty, repeated or reserved code '{code}'.",
                    nameof(codes)
                );
        foreach (var code in codes)
        {
            _codes.Add(code);
            _parents.Add(parents.TryGetValue(code, out var parent) ? ParentNode(parent) : 0);
            _leaves.Add(true);
        }
        foreach (var parent in _parents.Skip(1))
            _leaves[parent] = false;
        RefuseCircles(nameof(parents));
    }

    /// <summary>What it is called, as in <c>age</c>; no words for readers.</summary>
    public string Name { get; }

    /// <summary>Whether sums over the whole dimension are published under <see cref="TotalCode"/>.</summary>
    public bool HasTotal { get; }

    /// <summary>Every published code: those given, in their order, and the total last when there is one.</summary>
    public IReadOnlyList<string> Codes =>
        [.. _codes.Skip(1), .. HasTotal ? [TotalCode] : (string[])[]];

    internal int NodeCount => _codes.Count;

    internal bool IsHierarchical => _parents.Skip(1).Any(parent => parent != 0);

    /// <summary>Codes that all stand side by side, with their total published.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="codes">At least one; distinct; none of them <see cref="TotalCode"/>.</param>
    /// <exception cref="ArgumentException">A code is empty, repeated or reserved.</exception>
    public static Dimension Flat(string name, params IReadOnlyList<string> codes) =>
        new(name, codes, new Dictionary<string, string>(StringComparer.Ordinal), hasTotal: true);

    /// <summary>Codes that all stand side by side and whose sum is published nowhere.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="codes">At least one; distinct; none of them <see cref="TotalCode"/>.</param>
    /// <exception cref="ArgumentException">A code is empty, repeated or reserved.</exception>
    public static Dimension WithoutTotal(string name, params IReadOnlyList<string> codes) =>
        new(name, codes, new Dictionary<string, string>(StringComparer.Ordinal), hasTotal: false);

    /// <summary>Codes that roll up: municipality to state to country, with every level and the total published.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="codes">Leaves and groups together; distinct; a code nobody rolls up to is a leaf and holds counts.</param>
    /// <param name="parents">Code → the code it rolls up to; a code that is absent rolls up to the total.</param>
    /// <exception cref="ArgumentException">A code is empty or repeated, a parent is unknown, or codes roll up in a circle.</exception>
    public static Dimension Hierarchy(
        string name,
        IReadOnlyList<string> codes,
        IReadOnlyDictionary<string, string> parents
    )
    {
        ArgumentNullException.ThrowIfNull(parents);
        return new(name, codes, parents, hasTotal: true);
    }

    internal int Node(string code) =>
        _nodes.TryGetValue(code, out var node) && (node != 0 || HasTotal)
            ? node
            : throw new ArgumentException(
                $"The dimension {Name} publishes no code '{code}'.",
                nameof(code)
            );

    internal string Code(int node) => _codes[node];

    internal int Parent(int node) => _parents[node];

    internal bool IsLeaf(int node) => _leaves[node];

    internal bool IsPublished(int node) => node != 0 || HasTotal;

    /// <summary>The node itself and everything it counts towards, up to the whole.</summary>
    internal IEnumerable<int> Upwards(int node)
    {
        for (var at = node; at >= 0; at = _parents[at])
            yield return at;
    }

    internal IEnumerable<int> Children(int node) =>
        Enumerable.Range(0, NodeCount).Where(child => _parents[child] == node);

    private int ParentNode(string parent) =>
        _nodes.TryGetValue(parent, out var node)
            ? node
            : throw new ArgumentException(
                $"In the dimension {Name} codes roll up to '{parent}', which is not a code.",
                nameof(parent)
            );

    private void RefuseCircles(string parameter)
    {
        for (var node = 1; node < NodeCount; node++)
        {
            var steps = 0;
            for (var at = node; at != 0; at = _parents[at])
                if (++steps > NodeCount)
                    throw new ArgumentException(
                        $"In the dimension {Name} '{_codes[node]}' rolls up to itself.",
                        parameter
                    );
        }
    }
}
