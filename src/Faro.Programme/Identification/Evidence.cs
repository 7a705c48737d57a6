// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Vault;

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
        void Must(bool holds, Refusal refusal)
        {
            if (!holds)
            {
                refusals.Add(refusal);
            }
        }

        Must(
            CodeLists.Get(FactSources.List).Accepts(Source, today),
            new(IdentificationRefusals.SourceMissing, nameof(Source))
        );
        Must(
            CodeLists.Get(FactCertainties.List).Accepts(Certainty, today),
            new(IdentificationRefusals.CertaintyMissing, nameof(Certainty))
        );
        Must(!(On > today), new(IdentificationRefusals.EvidenceInFuture, nameof(On)));
        Must(
            Words.Length <= CaseEvidence.WordsMaxLength,
            new(IdentificationRefusals.WordsTooLong, nameof(Words), CaseEvidence.WordsMaxLength)
        );
    }
}

/// <summary>How operations on the facts of a case find what they write in, and write evidence.</summary>
internal static class OwnFacts
{
    /// <summary>An open case in whose social compartment the actor works, and the key of its person.</summary>
    public static async Task<Outcome<OpenFacts>> OpenFactsAsync(
        this Act act,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(caseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        return await act.KeyOfAsync(found.Value, cancellation) is { } key
            ? new OpenFacts(found.Value, key)
            : new Refusal(CaseRefusals.PersonErased);
    }

    public static DateOnly Today(this Act act) =>
        DateOnly.FromDateTime(act.Clock.GetLocalNow().DateTime);

    public static Guid AddEvidence(this Act act, OpenFacts open, Evidence evidence)
    {
        var id = act.NewId();
        act.Db.CaseEvidence.Add(
            new CaseEvidence
            {
                Id = id,
                CaseId = open.File.Id,
                Source = evidence.Source,
                On = evidence.On,
                Certainty = evidence.Certainty,
                WordsBox = SealedWords.Seal(
                    act.Vault,
                    open.Key,
                    evidence.Words.Trim(),
                    CaseEvidence.WordsField(id)
                ),
                RecordedBy = act.Actor.UserId,
                RecordedAt = act.Now,
            }
        );
        return id;
    }
}

internal sealed record OpenFacts(Case File, SealedKey Key);
