// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>What becomes of one count: shown, hidden, or zero by definition.</summary>
/// <remarks>Closed: the three records below are all there are.</remarks>
public abstract record Cell
{
    private Cell() { }

    /// <summary>A count that may be read.</summary>
    /// <param name="Count">Persons, rounded; 0, or at least the rule's minimum.</param>
    public sealed record Shown(long Count) : Cell;

    /// <summary>A count that may not be read.</summary>
    /// <param name="Reason">For staff only. Readers outside see one mark for all reasons: the audit counts on it.</param>
    public sealed record Hidden(HiddenReason Reason) : Cell
    {
        /// <summary>Hidden for its own sake, not to protect another.</summary>
        public bool IsPrimary => Reason != HiddenReason.Complementary;
    }

    /// <summary>Nobody can be here by definition; not a count.</summary>
    public sealed record StructuralZero : Cell;
}
