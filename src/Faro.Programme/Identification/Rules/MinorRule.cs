// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;

namespace Faro.Programme.Identification.Rules;

/// <summary>
/// Whether she was a child when it happened. Shown by a fact or an age; presumed when it is in doubt and neither a document
/// nor a medical opinion settles it (R3: LG 3-X).
/// </summary>
public static class MinorRule
{
    private const int DaysOfAYear = 366;

    private static readonly FactRef MinorThen = new(FactKinds.AgeProofs, "minor-then");
    private static readonly FactRef[] AdultThen =
    [
        new(FactKinds.AgeProofs, "adult-by-document"),
        new(FactKinds.AgeProofs, "adult-by-medical-opinion"),
    ];

    internal static AgeFinding Find(FactSheet sheet, AgeClues clues)
    {
        if (
            sheet.Of(MinorThen) == Truth.Yes
            || clues.Ages.Any(age => age < AgeBands.Majority)
            || (clues.Band.Length > 0 && AgeBands.IsMinor(clues.Band))
        )
        {
            return new(AgeFinding.Shown);
        }

        if (AdultThen.Any(proof => sheet.Of(proof) == Truth.Yes))
        {
            return new(AgeFinding.Adult);
        }

        if (clues.InDoubt || clues.Band.Length == 0)
        {
            return new(AgeFinding.Presumed);
        }

        return clues.Ages.Count > 0 || clues.Since is not { } since
            ? new(AgeFinding.Adult)
            : Then(clues, since);
    }

    /// <summary>Her band at registration, taken back to the first day of what was done to her.</summary>
    private static AgeFinding Then(AgeClues clues, DateOnly since)
    {
        var (least, most) = AgeBands.Ages(clues.Band);
        var days = Math.Max(0, clues.RegisteredOn.DayNumber - since.DayNumber);
        // Whoever is in a band may have entered it that very day or leave it the next.
        var youngest = least - (days + DaysOfAYear - 1) / DaysOfAYear;
        var oldest = most - days / DaysOfAYear;
        return new(
            oldest < AgeBands.Majority ? AgeFinding.Shown
            : youngest < AgeBands.Majority ? AgeFinding.Presumed
            : AgeFinding.Adult
        );
    }
}

/// <summary>What tells her age.</summary>
/// <param name="Band">A code of the list <c>age-bands</c> at registration, or empty.</param>
/// <param name="InDoubt">Nothing yet shows whether she is of age.</param>
/// <param name="RegisteredOn">When the band was told.</param>
/// <param name="Since">The first day of what was done to her; null when not known.</param>
/// <param name="Ages">In years, at what was done to her, as far as recorded.</param>
public sealed record AgeClues(
    string Band,
    bool InDoubt,
    DateOnly RegisteredOn,
    DateOnly? Since,
    IReadOnlyList<int> Ages
);

/// <param name="State">Shown, presumed, or of age.</param>
public sealed record AgeFinding(string State)
{
    public const string Shown = "shown";
    public const string Presumed = "presumed";
    public const string Adult = "adult";

    public bool IsMinor => State is Shown or Presumed;
}
