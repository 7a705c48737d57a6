// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Tasks;

namespace Faro.Programme.Demo;

/// <summary>
/// The daily work of cases in demonstrations of size: diary, tasks, risk and needs, in words sealed under the person's key
/// as the operations of everyday would have sealed them; the head of the case agrees with its rows. The same seed gives the
/// same.
/// </summary>
internal sealed class InventedWork(ulong seed, DateOnly today)
{
    private const int DaysOfARecentCase = 300;

    private static readonly string[] Levels = ["low", "medium", "high", "imminent"];

    public void AddTo(InventedCase made, CasePen pen)
    {
        var file = made.File;
        if (file.OwnerId is null)
        {
            return;
        }

        var dice = Dice.Of(seed, file.Number, "work");
        AddDiary(made, pen, dice);
        if (file.IsClosed)
        {
            made.Tasks.Add(DoneTask(made, pen, dice));
            return;
        }

        for (var i = dice.Between(0, 2); i > 0; i--)
        {
            made.Tasks.Add(OpenTask(made, pen, dice));
        }

        if (file.Risk.Length > 0)
        {
            AddAssessments(made, dice);
        }

        file.NextDueOn = made
            .Tasks.Select(task => task.DueOn)
            .Concat(made.Assessments.Select(row => row.ReviewOn))
            .Min();
    }

    private void AddDiary(InventedCase made, CasePen pen, Dice dice)
    {
        var file = made.File;
        var words = DemoCasework.Words;
        made.Diary.Add(
            Entry(made, pen, DayOf(file, dice), dice.Pick(words["note"])["one"], channel: "")
        );
        for (var i = dice.Between(1, file.IsClosed ? 1 : 3); i > 0; i--)
        {
            var channel = dice.Chance(70) ? "in-person" : "phone";
            made.Diary.Add(
                Entry(made, pen, DayOf(file, dice), dice.Pick(words["contact"])["one"], channel)
            );
        }

        file.LastContactOn = made.Diary.Where(entry => entry.IsContact).Max(entry => entry.On);
    }

    private static DiaryEntry Entry(
        InventedCase made,
        CasePen pen,
        DateOnly on,
        string text,
        string channel
    )
    {
        var id = made.NewId();
        return new DiaryEntry
        {
            Id = id,
            CaseId = made.File.Id,
            Compartment = Compartments.Social,
            On = on,
            Channel = channel,
            Party = channel.Length > 0 ? DiaryEntry.HerselfParty : "",
            Outcome = channel.Length > 0 ? DiaryEntry.Reached : "",
            TextBox = pen.Seal(text, DiaryEntry.TextField(id)),
            AuthorId = made.File.OwnerId,
            WrittenAt = made.File.StateSince,
        };
    }

    private CaseTask OpenTask(InventedCase made, CasePen pen, Dice dice)
    {
        var words = dice.Pick(DemoCasework.Words["task"]);
        var id = made.NewId();
        return new CaseTask
        {
            Id = id,
            CaseId = made.File.Id,
            Compartment = Compartments.Social,
            Kind = words["one"],
            TitleBox = pen.Seal(words["two"], CaseTask.TitleField(id)),
            OwnerId = dice.Chance(50) ? made.File.OwnerId : null,
            DueOn = today.AddDays(dice.Between(-5, 180)),
            CreatedById = made.File.OwnerId,
            CreatedAt = made.File.StateSince,
        };
    }

    private static CaseTask DoneTask(InventedCase made, CasePen pen, Dice dice)
    {
        var (file, words, id) = (made.File, dice.Pick(DemoCasework.Words["task"]), made.NewId());
        return new CaseTask
        {
            Id = id,
            CaseId = file.Id,
            Compartment = Compartments.Social,
            Kind = words["one"],
            TitleBox = pen.Seal(words["two"], CaseTask.TitleField(id)),
            OwnerId = file.OwnerId,
            DueOn = file.ClosedOn,
            State = CaseTask.Done,
            EndedAt = file.StateSince,
            EndedById = file.OwnerId,
            CreatedById = file.OwnerId,
            CreatedAt = file.CreatedAt,
            Version = 2,
        };
    }

    /// <summary>Risk once or twice, the last time as the head of the case says; needs once.</summary>
    private void AddAssessments(InventedCase made, Dice dice)
    {
        var (first, last) = (DayOf(made.File, dice), DayOf(made.File, dice));
        if (last < first)
        {
            (first, last) = (last, first);
        }

        if (dice.Chance(40) && first < last)
        {
            AddAssessment(
                made,
                AssessmentForm.Risk,
                first,
                dice.Pick(Levels),
                isLatest: false,
                dice
            );
        }

        AddAssessment(made, AssessmentForm.Risk, last, made.File.Risk, isLatest: true, dice);
        AddAssessment(made, AssessmentForm.Needs, last, "", isLatest: true, dice);
    }

    private void AddAssessment(
        InventedCase made,
        string instrument,
        DateOnly on,
        string overall,
        bool isLatest,
        Dice dice
    )
    {
        var form = AssessmentForm.Newest(instrument)!;
        var id = made.NewId();
        made.Assessments.Add(
            new Assessment
            {
                Id = id,
                CaseId = made.File.Id,
                Compartment = Compartments.Social,
                Instrument = instrument,
                InstrumentVersion = form.Version,
                On = on,
                Overall = overall,
                ReviewOn =
                    isLatest && overall.Length > 0 && dice.Chance(50)
                        ? today.AddDays(dice.Between(-5, 180))
                        : null,
                AuthorId = made.File.OwnerId,
                WrittenAt = made.File.StateSince,
                IsLatest = isLatest,
            }
        );
        string[] levels =
            instrument == AssessmentForm.Needs ? ["met", "partly", "unmet", "urgent"]
            : overall.Length > 0 ? ["absent", overall]
            : ["absent"];
        var skipped = dice.Below(form.Items.Count - 4);
        made.Answers.AddRange(
            form.Items.Skip(skipped)
                .Take(4)
                .Select(
                    (item, i) =>
                        new AssessmentAnswer
                        {
                            AssessmentId = id,
                            Item = item.Code,
                            Level = i == 0 ? levels[^1] : dice.Pick(levels),
                        }
                )
        );
    }

    /// <summary>A day of the case's life; of an open one not too long ago.</summary>
    private DateOnly DayOf(Case file, Dice dice)
    {
        var end = file.ClosedOn ?? today;
        var days = Math.Min(end.DayNumber - file.OpenedOn.DayNumber, DaysOfARecentCase);
        return end.AddDays(-dice.Below(days + 1));
    }
}
