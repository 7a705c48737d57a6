// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure.Noise;

namespace Faro.Disclosure;

/// <summary>A page of one-way tables with fresh noise on every count: for pages that come out often.</summary>
/// <remarks>Nothing else stops somebody who compares this month's page with the last: keyed noise leaves unchanged cells as
/// they were, so the changed one stands out. Cells below the minimum are marked; marking is done on noisy counts and tells
/// nothing more.</remarks>
public sealed class NoisyPage
{
    // A budget is a fraction of so many parts, so that what is drawn is what is stated.
    private const ulong Parts = 1 << 20;

    private NoisyPage(
        double epsilon,
        double scale,
        IReadOnlyList<IReadOnlyList<NoisyCell>> tables
    ) => (Epsilon, Scale, Tables) = (epsilon, scale, tables);

    /// <summary>What it costs each person: pure ε, δ being 0.</summary>
    public double Epsilon { get; }

    /// <summary>Of the discrete Laplace noise, in persons; a count is off by less than three times it, nineteen times in twenty.</summary>
    public double Scale { get; }

    /// <summary>By table, then by leaf code in the order of its dimension.</summary>
    public IReadOnlyList<IReadOnlyList<NoisyCell>> Tables { get; }

    /// <summary>Makes a page.</summary>
    /// <param name="tables">One-way tables of the same persons; each person in at most one cell of each. True counts.</param>
    /// <param name="epsilon">For the whole page, in (0, 100].</param>
    /// <param name="minimum">Noisy counts under it are marked instead of shown; ≥ 0.</param>
    /// <param name="ledger">Whose budget it is on; null when nobody keeps account.</param>
    /// <param name="data">What the ledger calls the data.</param>
    /// <exception cref="ArgumentException">No table, one of two dimensions, or a number out of its range.</exception>
    /// <exception cref="LedgerRefusedException">Over the budget; nothing was drawn.</exception>
    /// <remarks>Pure ε-differential privacy for adding or removing one person, who changes at most one count of each of T
    /// tables: discrete Laplace of scale T/ε (Canonne, Kamath and Steinke 2020, section 5). In the ledger ε²/2 of ρ (Bun
    /// and Steinke 2016, proposition 1.4).</remarks>
    public static NoisyPage Of(
        IReadOnlyList<CountTable> tables,
        double epsilon,
        long minimum,
        PrivacyLedger? ledger,
        string data
    ) => Of(tables, epsilon, minimum, ledger, data, new SecureBits());

    internal static NoisyPage Of(
        IReadOnlyList<CountTable> tables,
        double epsilon,
        long minimum,
        PrivacyLedger? ledger,
        string data,
        BitSource bits
    )
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        if (epsilon is not (>= 0.001 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "In [0.001, 100].");
        if (tables.Count == 0 || tables.Any(table => table.Dimensions.Count != 1))
            throw new ArgumentException(
                "A page takes one-way tables, at least one.",
                nameof(tables)
            );
        // Down to a part: the noise is never less than what is stated asks for.
        var parts = (ulong)(epsilon * Parts);
        var stated = parts / (double)Parts;
        ledger?.Spend(
            data,
            LedgerMechanism.NoisyPage,
            epsilon * epsilon / 2,
            string.Create(CultureInfo.InvariantCulture, $"{tables.Count} tables, epsilon {epsilon}")
        );
        var noise = new DiscreteNoise(bits);
        var scale = (ulong)tables.Count * Parts;
        var reach = (long)Math.Ceiling(Math.Log(20) * scale / parts);
        NoisyCell Cell(CountTable table, int node)
        {
            var noisy = Math.Max(0, table.CountAt(node) + noise.Laplace(scale, parts));
            return new(
                table.Dimensions[0].Code(node),
                noisy < minimum ? null : noisy,
                noisy < minimum ? 0 : Math.Max(0, noisy - reach),
                noisy < minimum ? minimum + reach : noisy + reach
            );
        }
        return new(
            stated,
            scale / (double)parts,
            [
                .. tables.Select(table =>
                    (IReadOnlyList<NoisyCell>)
                        [
                            .. Enumerable
                                .Range(1, table.Dimensions[0].NodeCount - 1)
                                .Where(table.Dimensions[0].IsLeaf)
                                .Select(node => Cell(table, node)),
                        ]
                ),
            ]
        );
    }
}

/// <summary>One noisy count.</summary>
/// <param name="Code">Of its dimension.</param>
/// <param name="Count">Persons, ≥ 0; null when under the minimum.</param>
/// <param name="Low">Of the 95 % interval; persons, ≥ 0; 0 when under the minimum.</param>
/// <param name="High">Of the 95 % interval; persons.</param>
public sealed record NoisyCell(string Code, long? Count, long Low, long High);
