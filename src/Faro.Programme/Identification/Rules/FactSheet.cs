// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification.Rules;

/// <summary>
/// All that the rules know of a person: recorded facts and what tells her age. Whoever did it to her is not in it and
/// cannot be asked for (R5: LG 3-XI, 59), nor is what she is said to have consented to weighed by any rule (R4: LG 40).
/// </summary>
public sealed class FactSheet
{
    private readonly ILookup<FactRef, StatedFact> _facts;

    /// <param name="facts">As recorded, without what was withdrawn; any order.</param>
    /// <param name="age">What tells her age.</param>
    /// <param name="lastDay">The last day of what was done to her; null when not known, or not over.</param>
    public FactSheet(IEnumerable<StatedFact> facts, AgeClues age, DateOnly? lastDay = null)
    {
        Facts = [.. facts.OrderBy(fact => fact.Id)];
        _facts = Facts.ToLookup(fact => new FactRef(fact.Kind, fact.Code));
        Age = MinorRule.Find(this, age);
        LastDay = lastDay;
    }

    public IReadOnlyList<StatedFact> Facts { get; }

    public AgeFinding Age { get; }

    public DateOnly? LastDay { get; }

    /// <summary>Unable to understand the act: the means of LG 13 need not be shown (R2).</summary>
    public bool IsUnable => Of(UnableToUnderstand) == Truth.Yes;

    /// <summary>
    /// What is recorded of one fact: a yes outweighs a no, which outweighs not knowing, so that a new fact never unmakes
    /// what an older one shows. What is doubtful shows nothing until it is corroborated.
    /// </summary>
    public Truth Of(FactRef asked)
    {
        if (asked == FactRef.Minor)
        {
            return Age.IsMinor ? Truth.Yes : Truth.No;
        }

        var told = _facts[asked].Where(fact => !fact.IsDoubtful).ToArray();
        return told.Any(fact => fact.Answer == FactAnswers.Yes) ? Truth.Yes
            : told.Any(fact => fact.Answer == FactAnswers.No) ? Truth.No
            : Truth.Unknown;
    }

    public IEnumerable<StatedFact> Stated(FactRef asked) => _facts[asked];

    private static readonly FactRef UnableToUnderstand = new(
        FactKinds.Capacities,
        "unable-to-understand"
    );
}

/// <summary>One recorded fact with its evidence, as the rules and the printed determination see it.</summary>
/// <param name="Id">Of its row.</param>
/// <param name="Kind">A code of the list <c>fact-kinds</c>, or of an indicator set.</param>
/// <param name="Code">A code of the kind's list.</param>
/// <param name="Answer">A code of the list <c>fact-answers</c>.</param>
/// <param name="Source">A code of the list <c>fact-sources</c>.</param>
/// <param name="On">Of the evidence.</param>
/// <param name="Certainty">A code of the list <c>fact-certainties</c>.</param>
public sealed record StatedFact(
    Guid Id,
    string Kind,
    string Code,
    string Answer,
    string Source,
    DateOnly? On,
    string Certainty
)
{
    public bool IsDoubtful => Certainty == FactCertainties.Doubtful;
}

/// <summary>What is known of one fact. Not knowing is not a no.</summary>
public enum Truth
{
    Unknown,
    No,
    Yes,
}
