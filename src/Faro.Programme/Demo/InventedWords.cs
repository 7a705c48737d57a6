// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Identification;

namespace Faro.Programme.Demo;

/// <summary>
/// What people said in demonstrations of size: what was done to them, with its evidence, and the consents that they signed.
/// The same seed gives the same.
/// </summary>
internal sealed class InventedWords(ulong seed, TimeProvider clock)
{
    private const int Signatures = 8;
    private const int MostFacts = 3;

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Told = DemoFiles
        .Rows("facts")
        .ToDictionary(row => row["form"], StringComparer.Ordinal);

    /// <summary>Of the two that everybody is asked for, the Spanish text of today.</summary>
    private static readonly IReadOnlyList<ConsentText> Shown =
    [
        .. ((string[])[ConsentPurposes.Interview, ConsentPurposes.DataUse]).Select(purpose =>
            ConsentTexts
                .Shipped.Where(text =>
                    text.Purpose == purpose && text.Language == DemoPapers.Spanish
                )
                .MaxBy(text => text.Version)!
        ),
    ];

    private readonly byte[][] _signatures =
    [
        .. Enumerable
            .Range(0, Signatures)
            .Select(number => InventedPaper.Signature(Dice.Of(seed, number))),
    ];

    public void AddTo(InventedCase made, CasePen pen)
    {
        if (made.File.OwnerId is null || made.File.State == CaseStates.Lead)
        {
            return;
        }

        var dice = Dice.Of(seed, made.File.Number, "words");
        AddConsents(made, pen, dice);
        if (made.Person.Form is { } form && Told.TryGetValue(form, out var told))
        {
            AddFacts(made, pen, form, told, dice);
        }
    }

    private void AddConsents(InventedCase made, CasePen pen, Dice dice)
    {
        var file = made.File;
        var (id, isMinor) = (made.NewId(), made.Person.IsMinor);
        var people = new ConsentPeople(isMinor ? DemoNetwork.Words["authority"] : "");
        made.Occasions.Add(
            new ConsentOccasion
            {
                Id = id,
                CaseId = file.Id,
                PersonId = file.PersonId,
                GivenOn = file.OpenedOn,
                Manner = ConsentManners.Drawn,
                Capacity = isMinor ? ConsentCapacities.Authority : ConsentCapacities.Adult,
                Assent = isMinor ? ConsentAssents.Yes : "",
                Language = DemoPapers.Spanish,
                Items = [.. DemoPapers.Told],
                PeopleBox = people.Seal(pen, id),
                SignatureBox = pen.SealBytes(
                    dice.Pick(_signatures),
                    ConsentOccasion.SignatureField(id)
                ),
                RecordedBy = file.OwnerId,
                RecordedAt = file.CreatedAt,
            }
        );
        made.Consents.AddRange(
            Shown.Select(text => new ConsentEntry
            {
                Id = made.NewId(),
                OccasionId = id,
                CaseId = file.Id,
                PersonId = file.PersonId,
                Answer = ConsentAnswers.Given,
                Purpose = text.Purpose,
                Recipient = ConsentRecipients.OwnAgency,
                Categories = [.. DataCategories.Told],
                TextId = text.Id,
                Since = file.OpenedOn.StartOfDay(clock),
                RecordedBy = file.OwnerId,
                RecordedAt = file.CreatedAt,
            })
        );
    }

    private static void AddFacts(
        InventedCase made,
        CasePen pen,
        string form,
        IReadOnlyDictionary<string, string> told,
        Dice dice
    )
    {
        var file = made.File;
        var id = made.NewId();
        made.Evidence.Add(
            new CaseEvidence
            {
                Id = id,
                CaseId = file.Id,
                Source = FactSources.Statement,
                On = file.OpenedOn,
                Certainty = dice.Chance(80) ? FactCertainties.Certain : FactCertainties.Likely,
                WordsBox = pen.Seal(told["words"], CaseEvidence.WordsField(id)),
                RecordedBy = file.OwnerId,
                RecordedAt = file.CreatedAt,
            }
        );
        made.Facts.AddRange(
            told["facts"]
                .Split(' ')
                .Skip(dice.Below(MostFacts))
                .Take(MostFacts)
                .Prepend($"{FactKinds.Forms}:{form}")
                .Select(DemoIdentification.Fact)
                .Select(fact => new TraffickingFact
                {
                    Id = made.NewId(),
                    CaseId = file.Id,
                    Kind = fact.Kind,
                    Code = fact.Code,
                    Answer = fact.Answer,
                    EvidenceId = id,
                })
        );
    }
}
