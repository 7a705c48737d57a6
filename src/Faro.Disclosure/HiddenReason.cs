// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>Why a count is hidden.</summary>
public enum HiddenReason
{
    /// <summary>Primary: fewer persons than the minimum.</summary>
    FewerThanMinimum,

    /// <summary>Primary: everybody of its row or column is in this one cell, so that membership tells the other characteristic.</summary>
    WholeGroup,

    /// <summary>Primary: one or two persons make up so much of the amount that it tells theirs.</summary>
    Dominated,

    /// <summary>Complementary: shown, it would let somebody work out a hidden count.</summary>
    Complementary,
}
