// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Identification;

/// <summary>What is said to rest on, as somebody enters it.</summary>
/// <param name="Source">A code of the list <c>fact-sources</c>.</param>
/// <param name="On">Of the evidence; null when not known.</param>
/// <param name="Certainty">A code of the list <c>fact-certainties</c>.</param>
/// <param name="Words">What was said or seen; sealed.</param>
public sealed record Evidence(string Source, DateOnly? On, string Certainty, string Words = "")
{
    internal void Check(List<Refusal> refusals, DateOnly today)
    {
        refusals.Must(
            CodeLists.Get(FactSources.List).Accepts(Source, today),
            IdentificationRefusals.SourceMissing,
            nameof(Source)
        );
        refusals.Must(
            CodeLists.Get(FactCertainties.List).Accepts(Certainty, today),
            IdentificationRefusals.CertaintyMissing,
            nameof(Certainty)
        );
        refusals.Must(!(On > today), IdentificationRefusals.EvidenceInFuture, nameof(On));
        refusals.Must(
            Words.Length <= CaseEvidence.WordsMaxLength,
            IdentificationRefusals.WordsTooLong,
            nameof(Words),
            CaseEvidence.WordsMaxLength
        );
    }
}

/// <summary>How operations on the facts of a case write evidence.</summary>
internal static class OwnFacts
{
    public static Guid AddEvidence(this Act act, CasePen pen, Evidence evidence)
    {
        var id = act.NewId();
        act.Db.CaseEvidence.Add(
            new CaseEvidence
            {
                Id = id,
                CaseId = pen.File.Id,
                Source = evidence.Source,
                On = evidence.On,
                Certainty = evidence.Certainty,
                WordsBox = pen.Seal(evidence.Words.Trim(), CaseEvidence.WordsField(id)),
                RecordedBy = act.Actor.UserId,
                RecordedAt = act.Now,
            }
        );
        return id;
    }
}
