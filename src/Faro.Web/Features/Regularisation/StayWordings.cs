// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.People;
using Faro.Programme.Regularisation;
using Faro.Web.Words;

namespace Faro.Web.Features.Regularisation;

/// <summary>Applications and terms as a page writes them.</summary>
internal static class StayWordings
{
    /// <summary>With the article of the law, as in "… (LM 52-V-a)".</summary>
    public static string Kind(string code)
    {
        var article = CodeLists.Get(Stay.KindList).Find(code)?.Article ?? "";
        var label = CodeChoices.Label(Stay.KindList, code);
        return article.Length == 0 ? label : $"{label} ({article})";
    }

    /// <summary>What has to happen by the day, with its article.</summary>
    public static string Clock(string code) =>
        MigrationClock.All.LastOrDefault(clock => clock.Code == code) is not { } known ? ""
        : known.Article.Length == 0 ? Words(known)
        : $"{Words(known)} ({known.Article})";

    public static string Relative(NearRelative relative) =>
        $"{CodeChoices.Label(RelationKinds.List, relative.Kind)}, {relative.Number}";

    public static string Tone(string state) =>
        state switch
        {
            StayStates.Granted => "v",
            StayStates.Refused or StayStates.RefusedFinally or StayStates.Expired => "r",
            StayStates.Abandoned or StayStates.Ended => "",
            _ => "a",
        };

    private static string Words(MigrationClock clock) =>
        clock.Words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
