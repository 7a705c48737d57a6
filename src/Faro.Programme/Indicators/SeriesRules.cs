// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Indicators;

/// <summary>What a series must fulfil, for registering and for changing alike.</summary>
internal static partial class SeriesRules
{
    /// <param name="act">The operation.</param>
    /// <param name="answers">Tidied.</param>
    /// <param name="self">The series itself when it is changed, else null.</param>
    /// <param name="cancellation">Stops the look-up of the code.</param>
    public static async Task<List<Refusal>> CheckAsync(
        Act act,
        SeriesAnswers answers,
        Guid? self,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        CheckCode(answers, refusals);
        CheckTexts(answers, refusals);
        if (!CodeLists.Get("indicator-units").Contains(answers.Unit))
        {
            refusals.Add(new Refusal(IndicatorRefusals.UnitUnknown, nameof(answers.Unit)));
        }

        if (!IsTerritory(answers.Territory))
        {
            refusals.Add(
                new Refusal(IndicatorRefusals.TerritoryMalformed, nameof(answers.Territory))
            );
        }

        if (answers.SourceUrl.Length > 0 && !IsWebAddress(answers.SourceUrl))
        {
            refusals.Add(new Refusal(IndicatorRefusals.UrlMalformed, nameof(answers.SourceUrl)));
        }

        // Somewhere on Earth it is already tomorrow.
        if (answers.RetrievedOn > DateOnly.FromDateTime(act.Now.UtcDateTime).AddDays(1))
        {
            refusals.Add(
                new Refusal(IndicatorRefusals.RetrievedInFuture, nameof(answers.RetrievedOn))
            );
        }

        if (
            await act.Db.Series.AnyAsync(
                series => series.Code == answers.Code && series.Id != self,
                cancellation
            )
        )
        {
            refusals.Add(new Refusal(IndicatorRefusals.CodeTaken, nameof(answers.Code)));
        }

        return refusals;
    }

    /// <summary>A state or municipality by CVEGEO, or a country.</summary>
    public static bool IsTerritory(string code) =>
        TerritoryCode.IsKnown(code) || CodeLists.Get("countries").Contains(code);

    private static void CheckCode(SeriesAnswers answers, List<Refusal> refusals)
    {
        if (answers.Code.Length > Series.CodeMaxLength || !Kebab().IsMatch(answers.Code))
        {
            refusals.Add(new Refusal(IndicatorRefusals.CodeMalformed, nameof(answers.Code)));
        }
    }

    private static void CheckTexts(SeriesAnswers answers, List<Refusal> refusals)
    {
        if (answers.NameEs.Length == 0)
        {
            refusals.Add(new Refusal(IndicatorRefusals.NameMissing, nameof(answers.NameEs)));
        }

        if (answers.NameEn.Length == 0)
        {
            refusals.Add(new Refusal(IndicatorRefusals.NameMissing, nameof(answers.NameEn)));
        }

        if (answers.Source.Length == 0)
        {
            refusals.Add(new Refusal(IndicatorRefusals.SourceMissing, nameof(answers.Source)));
        }

        (string Field, string Text, int Most)[] limits =
        [
            (nameof(answers.NameEs), answers.NameEs, Series.NameMaxLength),
            (nameof(answers.NameEn), answers.NameEn, Series.NameMaxLength),
            (nameof(answers.Source), answers.Source, Series.SourceMaxLength),
            (nameof(answers.SourceUrl), answers.SourceUrl, Series.UrlMaxLength),
            (nameof(answers.Licence), answers.Licence, Series.NameMaxLength),
            (nameof(answers.Notes), answers.Notes, Series.NotesMaxLength),
        ];
        refusals.AddRange(
            from limit in limits
            where limit.Text.Length > limit.Most
            select new Refusal(IndicatorRefusals.TextLong, limit.Field, limit.Most)
        );
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex(
        @"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Kebab();
}
