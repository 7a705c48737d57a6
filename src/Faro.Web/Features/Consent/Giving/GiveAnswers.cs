// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Consent;
using Faro.Web.FormParts;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Consent.Giving;

/// <summary>
/// What was answered so far. It travels with the form from step to step and lies nowhere else, so that a journey that is
/// left leaves nothing behind, and works without script.
/// </summary>
public sealed class GiveAnswers
{
    public const string Prefix = "Answers.";
    private const string Yes = "yes";
    private const string ImageStart = "data:image/png;base64,";

    /// <summary>What each step asks; the other answers are carried along hidden.</summary>
    private static readonly string[][] Asked =
    [
        ["Purposes"],
        ["Agencies", "Country", "Categories."],
        ["TextLanguage", "Says.", "Items"],
        [
            "Capacity",
            "Guardian",
            "Tie",
            "Assent",
            "Language",
            "Interpreter",
            "Manner",
            "Witness",
            "Signature",
            "GivenOn",
            "ExpiresOn",
            "DocumentId",
        ],
        [],
    ];

    private readonly Dictionary<string, string[]> _given;

    private GiveAnswers(Dictionary<string, string[]> given) => _given = given;

    /// <summary>What is asked of whom.</summary>
    public IEnumerable<Target> Targets =>
        ConsentPurposes
            .All.Where(purpose => All("Purposes").Contains(purpose.Code, StringComparer.Ordinal))
            .SelectMany(purpose =>
                purpose.Recipient == ConsentRecipients.Agency
                    ? All("Agencies")
                        .Select(id =>
                            Guid.TryParse(id, out var agency)
                                ? new Target(purpose, agency, "")
                                : null
                        )
                        .OfType<Target>()
                    : [new Target(purpose, null, CountryOf(purpose))]
            );

    public static GiveAnswers Read(IFormCollection form) =>
        new(
            form.Where(field =>
                    field.Key.StartsWith(Prefix, StringComparison.Ordinal)
                    && field.Key is not "Answers.Step"
                )
                .ToDictionary(
                    field => field.Key[Prefix.Length..],
                    field => field.Value.OfType<string>().ToArray(),
                    StringComparer.Ordinal
                )
        );

    /// <param name="language">Of the text and of the talk, until somebody says another.</param>
    /// <param name="today">Local date.</param>
    public static GiveAnswers Begin(string language, DateOnly today)
    {
        var answers = new GiveAnswers(new(StringComparer.Ordinal));
        answers._given["TextLanguage"] = [language];
        answers._given["Language"] = [language];
        answers._given["GivenOn"] = [PostedDay.Write(today)!];
        return answers;
    }

    public string One(string name) => _given.GetValueOrDefault(name)?.FirstOrDefault() ?? "";

    public string[] All(string name) => _given.GetValueOrDefault(name) ?? [];

    /// <summary>What is carried along hidden on a step.</summary>
    public IEnumerable<(string Name, string Value)> Hidden(GiveStep step) =>
        from answer in _given
        where !Asks(step, answer.Key)
        from value in answer.Value
        select (Prefix + answer.Key, value);

    /// <summary>Whether it was asked and answered yes; null without an answer.</summary>
    public bool? Says(Target target) =>
        One(target.Says) switch
        {
            "" => null,
            var answer => answer == Yes,
        };

    /// <summary>Kinds of data that a purpose names: all it can, unless the person chose.</summary>
    public IReadOnlyList<string> Categories(ConsentPurpose purpose) =>
        Chooses(purpose) ? All($"Categories.{purpose.Code}") : purpose.Categories;

    /// <summary>Where data leave the house, what leaves is chosen one by one.</summary>
    public static bool Chooses(ConsentPurpose purpose) =>
        purpose.Code is ConsentPurposes.Referral or ConsentPurposes.Consulate;

    /// <summary>Which step a refused field is asked on.</summary>
    public static GiveStep StepOf(string field) =>
        field switch
        {
            "Answers" or "Purpose" => GiveStep.Purposes,
            "Recipient" or "Categories" => GiveStep.Recipients,
            "Items" or "TextId" => GiveStep.Words,
            _ => GiveStep.Signing,
        };

    public RecordConsentInput ToInput(Guid caseId, IReadOnlyList<ConsentText> texts) =>
        new(
            caseId,
            [
                .. Targets.Select(target => new ConsentAnswer(
                    target.Purpose.Code,
                    Says(target) == true,
                    Categories(target.Purpose),
                    Text(target.Purpose, texts)?.Id ?? Guid.Empty,
                    target.AgencyId,
                    target.Country
                )),
            ],
            All("Items"),
            One("Manner"),
            One("Capacity"),
            One("Assent"),
            One("Language"),
            new ConsentPeople(One("Guardian"), One("Tie"), One("Witness"), One("Interpreter")),
            PostedDay.Read(One("GivenOn")) ?? DateOnly.MaxValue,
            PostedDay.Read(One("ExpiresOn")),
            One("Manner") == ConsentManners.Drawn ? Image() : null,
            One("Manner") == ConsentManners.Paper && Guid.TryParse(One("DocumentId"), out var sheet)
                ? sheet
                : null
        );

    /// <summary>In the language that was chosen, or in Spanish when there is none in it.</summary>
    public ConsentText? Text(ConsentPurpose purpose, IReadOnlyList<ConsentText> texts) =>
        texts.FirstOrDefault(text =>
            text.Purpose == purpose.Code && text.Language == One("TextLanguage")
        ) ?? texts.FirstOrDefault(text => text.Purpose == purpose.Code && text.Language == "spa");

    /// <summary>What a step cannot do without; the operation looks at the rest.</summary>
    public List<Refusal> Missing(GiveStep step)
    {
        var refusals = new List<Refusal>();
        if (step == GiveStep.Purposes && All("Purposes").Length == 0)
        {
            refusals.Add(new Refusal(ConsentRefusals.NothingAsked, "Purposes"));
        }

        if (step == GiveStep.Recipients)
        {
            MissingRecipients(refusals);
        }

        if (step == GiveStep.Words && Targets.Any(target => Says(target) is null))
        {
            refusals.Add(new Refusal(ConsentRefusals.AnswerMissing));
        }

        return refusals;
    }

    private void MissingRecipients(List<Refusal> refusals)
    {
        foreach (
            var code in All("Purposes")
                .Where(code => code is ConsentPurposes.Referral or ConsentPurposes.Consulate)
        )
        {
            var field = code == ConsentPurposes.Referral ? "Agencies" : "Country";
            if (One(field).Length == 0)
            {
                refusals.Add(new Refusal(ConsentRefusals.RecipientUnknown, field));
            }

            if (All($"Categories.{code}").Length == 0)
            {
                refusals.Add(new Refusal(ConsentRefusals.CategoryMissing, $"Categories-{code}"));
            }
        }
    }

    private static bool Asks(GiveStep step, string name) =>
        Asked[(int)step]
            .Any(asked =>
                asked.EndsWith('.')
                    ? name.StartsWith(asked, StringComparison.Ordinal)
                    : name == asked
            );

    private string CountryOf(ConsentPurpose purpose) =>
        purpose.Recipient == ConsentRecipients.Consulate ? One("Country") : "";

    private byte[]? Image()
    {
        var text = One("Signature");
        if (!text.StartsWith(ImageStart, StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[ImageStart.Length..], bytes, out var length)
            ? bytes[..length]
            : null;
    }
}

/// <summary>One purpose asked for one recipient.</summary>
public sealed record Target(ConsentPurpose Purpose, Guid? AgencyId, string Country)
{
    /// <summary>The name of its yes or no.</summary>
    public string Says =>
        AgencyId is null ? $"Says.{Purpose.Code}" : $"Says.{Purpose.Code}.{AgencyId}";
}
