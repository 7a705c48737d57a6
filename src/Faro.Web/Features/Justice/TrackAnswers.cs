// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Justice;
using Faro.Web.Features.Casework;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Justice;

/// <summary>What the form on the process posts, as written.</summary>
public sealed class TrackAnswers
{
    public int Version { get; set; }

    public string? Wish { get; set; }

    public string? WishOn { get; set; }

    public string? Wishes { get; set; }

    public string? Filer { get; set; }

    public string? ComplaintOn { get; set; }

    public string? Place { get; set; }

    public string? Authority { get; set; }

    public string? FileNumber { get; set; }

    public string[]? Offences { get; set; }

    public string? Adviser { get; set; }

    public string? AdviserWords { get; set; }

    public string? NonPunishment { get; set; }

    public string? Ruling { get; set; }

    public string? RulingOn { get; set; }

    public string? RulingWords { get; set; }

    internal static TrackAnswers Of(JusticeReading reading)
    {
        var facts = reading.Facts ?? new JusticeFacts(new JusticeWords());
        return new()
        {
            Version = reading.Version,
            Wish = facts.Wish,
            WishOn = PostedDay.Write(facts.WishOn),
            Wishes = facts.Words.Wishes,
            Filer = facts.Filer,
            ComplaintOn = PostedDay.Write(facts.ComplaintOn),
            Place = facts.Words.Place,
            Authority = facts.Authority,
            FileNumber = facts.Words.FileNumber,
            Offences = [.. facts.Offences ?? []],
            Adviser = facts.Adviser,
            AdviserWords = facts.Words.Adviser,
            NonPunishment = facts.NonPunishment,
            Ruling = facts.Ruling,
            RulingOn = PostedDay.Write(facts.RulingOn),
            RulingWords = facts.Words.Ruling,
        };
    }

    internal JusticeFacts ToFacts() =>
        new(
            new JusticeWords
            {
                Wishes = Wishes ?? "",
                FileNumber = FileNumber ?? "",
                Place = Place ?? "",
                Adviser = AdviserWords ?? "",
                Ruling = RulingWords ?? "",
            },
            Wish ?? "",
            CaseworkScreen.DayOf(WishOn),
            Filer ?? "",
            CaseworkScreen.DayOf(ComplaintOn),
            Authority ?? "",
            Offences ?? [],
            Adviser ?? "",
            NonPunishment ?? "",
            Ruling ?? "",
            CaseworkScreen.DayOf(RulingOn)
        );
}
