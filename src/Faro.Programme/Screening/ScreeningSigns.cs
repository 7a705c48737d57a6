// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.XlsForms;

namespace Faro.Programme.Screening;

/// <summary>
/// Which of an instrument's questions about signs of trafficking were answered, and how. No source gives these a weight or
/// a threshold, so they are shown and never added up.
/// </summary>
public static class ScreeningSigns
{
    /// <summary>The themes: a list.</summary>
    public const string List = "screening-signs";

    public static IReadOnlyList<ScreeningSign> Of(XlsForm form, InterviewAnswers answers)
    {
        var asked = FormLogic.Judge(form, answers.Values).Asked;
        return
        [
            .. form
                .Questions.Where(item => item.Sign.Length > 0)
                .Select(item => new ScreeningSign(
                    item,
                    answers.IsDeclined(item.Name) ? SignAnswer.Declined
                        : answers.Of(item.Name).Length > 0 ? SignAnswer.Answered
                        : asked.Contains(item.Name) ? SignAnswer.Open
                        : SignAnswer.NotAsked
                )),
        ];
    }
}

/// <summary>One question about a sign, and whether it was answered.</summary>
public sealed record ScreeningSign(FormItem Item, SignAnswer Answer);

public enum SignAnswer
{
    Answered,

    /// <summary>She did not wish to answer.</summary>
    Declined,

    /// <summary>Asked or to be asked, without an answer.</summary>
    Open,

    /// <summary>Earlier answers left it out.</summary>
    NotAsked,
}
