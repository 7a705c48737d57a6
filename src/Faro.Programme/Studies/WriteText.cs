// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies;

/// <summary>Writes one part of the report.</summary>
public sealed class WriteText(OperationDoor door) : Operation<WriteTextInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        WriteTextInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var text = study.Texts.Find(each => each.Part == input.Part);
        var refusals = Check(input, text);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (text is null)
        {
            text = new StudyText
            {
                StudyId = study.Id,
                Part = input.Part,
                Version = 0,
            };
            study.Texts.Add(text);
            act.Db.StudyTexts.Add(text);
        }

        text.Es = input.Es.Trim();
        text.En = input.En.Trim();
        text.ChangedBy = act.Actor.UserId;
        text.ChangedAt = act.Now;
        text.Version++;
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    private static List<Refusal> Check(WriteTextInput input, StudyText? text)
    {
        var refusals = new List<Refusal>();
        if (!StudyParts.All.Contains(input.Part, StringComparer.Ordinal))
        {
            refusals.Add(new Refusal(StudyRefusals.PartUnknown, nameof(input.Part)));
        }

        if ((text?.Version ?? 0) != input.Version)
        {
            refusals.Add(new Refusal(StudyRefusals.ChangedMeanwhile));
        }

        foreach (var (words, field) in new[] { (input.Es, "Es"), (input.En, "En") })
        {
            if (words.Length > StudyText.MaxLength)
            {
                refusals.Add(new Refusal(StudyRefusals.TooLong, field, StudyText.MaxLength));
            }
        }

        return refusals;
    }
}

/// <param name="StudyId">Which.</param>
/// <param name="Part">One of <see cref="StudyParts"/>.</param>
/// <param name="Es">Markdown; empty takes the Spanish text away.</param>
/// <param name="En">Markdown; empty takes the English text away.</param>
/// <param name="Version">The version of the text the form showed; 0 when there was none.</param>
public sealed record WriteTextInput(Guid StudyId, string Part, string Es, string En, int Version);
