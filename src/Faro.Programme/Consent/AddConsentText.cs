// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Consent;

/// <summary>
/// Adds other words for a purpose: a new version, or a version that is there in another language. No operation changes a
/// text: what somebody was shown stays what it was.
/// </summary>
public sealed class AddConsentText(OperationDoor door) : Operation<AddConsentTextInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageConsentTexts;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AddConsentTextInput input,
        CancellationToken cancellation
    )
    {
        var (title, body) = (input.Title.Trim(), input.Body.ReplaceLineEndings("\n").Trim());
        var refusals = Check(input, title, body);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var all = (await ConsentTexts.AllAsync(act.Db, cancellation))
            .Where(text => text.Purpose == input.Purpose)
            .ToList();
        var newest = all.Select(text => text.Version).DefaultIfEmpty().Max();
        var version = input.Version ?? newest + 1;
        if (input.Version is not null && !all.Exists(text => text.Version == version))
        {
            return new Refusal(ConsentRefusals.TextVersionUnknown, nameof(input.Version));
        }

        if (all.Exists(text => text.Version == version && text.Language == input.Language))
        {
            return new Refusal(ConsentRefusals.TextThere, nameof(input.Language));
        }

        var id = ConsentText.IdOf(input.Purpose, version, input.Language, title, body);
        act.Db.ConsentTexts.Add(
            new ConsentText
            {
                Id = id,
                Purpose = input.Purpose,
                Version = version,
                Language = input.Language,
                Title = title,
                Body = body,
                AddedBy = act.Actor.UserId,
                AddedAt = act.Now,
            }
        );
        act.Note("consent-text", id, ("purpose", input.Purpose));
        return id;
    }

    private static List<Refusal> Check(AddConsentTextInput input, string title, string body)
    {
        var refusals = new List<Refusal>();
        refusals.Must(
            ConsentPurposes.Find(input.Purpose) is not null,
            ConsentRefusals.PurposeUnknown,
            nameof(input.Purpose)
        );
        refusals.Must(
            CodeLists.Get(ConsentText.LanguageList).Contains(input.Language),
            ConsentRefusals.LanguageUnknown,
            nameof(input.Language)
        );
        refusals.Must(
            title.Length is > 0 and <= ConsentText.TitleMaxLength,
            ConsentRefusals.TextTitleMissing,
            nameof(input.Title),
            ConsentText.TitleMaxLength
        );
        refusals.Must(
            body.Length >= ConsentText.BodyMinLength,
            ConsentRefusals.TextTooShort,
            nameof(input.Body),
            ConsentText.BodyMinLength
        );
        refusals.Must(
            body.Length <= ConsentText.BodyMaxLength,
            ConsentRefusals.TextTooLong,
            nameof(input.Body),
            ConsentText.BodyMaxLength
        );
        return refusals;
    }
}

/// <param name="Purpose">A code of the list <c>consent-purposes</c>.</param>
/// <param name="Language">A code of the list <c>languages</c>.</param>
/// <param name="Title">In that language.</param>
/// <param name="Body">Plain words in paragraphs.</param>
/// <param name="Version">Which version these words translate; null for a new version.</param>
public sealed record AddConsentTextInput(
    string Purpose,
    string Language,
    string Title,
    string Body,
    int? Version = null
);
