// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Tasks;

namespace Faro.Programme.Demo;

/// <summary>
/// Bare rows of daily work for demonstrations of size: tasks, the last contact, the risk. Nothing in words, since most of
/// these people have no key; the head of the case agrees with them as the operations would have made it.
/// </summary>
internal static class InventedWork
{
    private static readonly string[] Kinds = ["call", "visit", "accompany", "follow-up"];

    public static void AddTo(InventedCase made, ulong seed, DateOnly today)
    {
        var file = made.File;
        var dice = Dice.Of(seed, file.Number, "work");
        if (file.OwnerId is null)
        {
            return;
        }

        for (var i = dice.Between(0, 2); i > 0; i--)
        {
            made.Tasks.Add(TaskOf(file, dice, today));
        }

        var day = today.AddDays(-dice.Below(today.DayNumber - file.OpenedOn.DayNumber + 1));
        made.Contacts.Add(
            new DiaryEntry
            {
                Id = Guid.CreateVersion7(file.StateSince),
                CaseId = file.Id,
                Compartment = Compartments.Social,
                On = day,
                Channel = "in-person",
                Party = DiaryEntry.HerselfParty,
                Outcome = DiaryEntry.Reached,
                AuthorId = file.OwnerId,
                WrittenAt = file.StateSince,
            }
        );
        file.LastContactOn = day;
        if (file.Risk.Length > 0)
        {
            made.Assessments.Add(
                new Assessment
                {
                    Id = Guid.CreateVersion7(file.StateSince),
                    CaseId = file.Id,
                    Compartment = Compartments.Social,
                    Instrument = AssessmentForm.Risk,
                    InstrumentVersion = AssessmentForm.Newest(AssessmentForm.Risk)!.Version,
                    On = day,
                    Overall = file.Risk,
                    AuthorId = file.OwnerId,
                    WrittenAt = file.StateSince,
                    IsLatest = true,
                }
            );
        }
    }

    private static CaseTask TaskOf(Case file, Dice dice, DateOnly today) =>
        new()
        {
            Id = Guid.CreateVersion7(file.StateSince),
            CaseId = file.Id,
            Compartment = Compartments.Social,
            Kind = dice.Pick(Kinds),
            OwnerId = dice.Chance(50) ? file.OwnerId : null,
            DueOn = today.AddDays(dice.Between(-5, 40)),
            CreatedById = file.OwnerId,
            CreatedAt = file.StateSince,
        };
}
