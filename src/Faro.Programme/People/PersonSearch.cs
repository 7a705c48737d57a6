// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>Looks for people by blind tokens: the database never sees a word of what was asked.</summary>
internal sealed class PersonSearch
{
    private const int DocumentWeight = 100;
    private const int PhoneWeight = 60;
    private const int DateWeight = 40;
    private const int YearWeight = 15;
    private const int WordWeight = 10;
    private const int SoundWeight = 7;

    /// <summary>Of longer names only the whole is looked for: they have more parts than anybody would wait for.</summary>
    private const int MostWords = 5;

    /// <summary>Candidates that the database finds and that are then compared word by word.</summary>
    private const int Candidates = 300;

    /// <summary>As many as can be found at all.</summary>
    public const int Enough = Candidates;

    private readonly List<Word> _words;
    private readonly byte[][] _dates;
    private readonly byte[][] _years;
    private readonly byte[][] _documents;
    private readonly byte[][] _phones;

    private PersonSearch(
        SealingVault vault,
        IReadOnlyList<string> words,
        IEnumerable<DateOnly> dates,
        IEnumerable<int> years,
        IEnumerable<string> documents,
        IEnumerable<string> phones
    )
    {
        byte[][] All(string kind, IEnumerable<string> texts) =>
            [.. texts.Where(text => text.Length > 0).Select(text => vault.Blind(kind, text))];

        _words =
        [
            .. words.Select(word => new Word(
                vault.Blind(BlindKinds.NameWord, word),
                All(BlindKinds.NameSound, NameSound.Keys(word))
            )),
        ];
        _dates = All(BlindKinds.BirthDate, dates.Select(IdentityTokens.Date));
        _years = All(BlindKinds.BirthYear, years.Select(IdentityTokens.Year));
        _documents = All(BlindKinds.Document, documents.Select(IdentityTokens.Document));
        _phones = All(BlindKinds.Phone, phones.Select(IdentityTokens.Phone));
    }

    /// <summary>Which kinds of question were asked, for the audit: never what was asked.</summary>
    public string Kinds =>
        string.Join(
            ' ',
            new (string Kind, bool Asked)[]
            {
                ("name", _words.Count > 0),
                ("birth", _dates.Length + _years.Length > 0),
                ("document", _documents.Length > 0),
                ("phone", _phones.Length > 0),
            }
                .Where(each => each.Asked)
                .Select(each => each.Kind)
        );

    public static PersonSearch For(SealingVault vault, PersonQuery query)
    {
        int? year = query.BirthYear ?? query.BirthDate?.Year;
        return new PersonSearch(
            vault,
            NameFolding.Words(query.Names),
            query.BirthDate is { } date ? [date] : [],
            year is { } asked ? [asked] : [],
            [query.Document],
            [query.Phone]
        );
    }

    public static PersonSearch For(SealingVault vault, PersonIdentity identity) =>
        new(
            vault,
            NameFolding.Words(identity.GivenNames, identity.Surname1, identity.Surname2),
            identity.Birth is { Precision: BirthPrecisions.Day } birth ? [birth.Earliest()] : [],
            identity.Birth?.Years() ?? [],
            identity.Documents.Select(document => document.Number),
            identity.Phones.Select(phone => phone.Number)
        );

    /// <param name="db">Any.</param>
    /// <param name="people">Those who may be found.</param>
    /// <param name="take">At most so many, likeliest first.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<IReadOnlyList<PersonHit>> FindAsync(
        FaroDb db,
        IQueryable<Person> people,
        int take,
        CancellationToken cancellation
    )
    {
        var owners = await PersonCandidates.FindAsync(
            db,
            people,
            Tiers(),
            Math.Min(take * 2, Candidates),
            cancellation
        );
        var agreeing = await db
            .BlindTokens.Where(token => owners.Contains(token.OwnerId))
            .Select(token => new { token.OwnerId, token.Token })
            .ToListAsync(cancellation);
        var verdicts = agreeing
            .GroupBy(token => token.OwnerId)
            .Select(group => (Owner: group.Key, Verdict: Judge(group.Select(token => token.Token))))
            .Where(pair => pair.Verdict is not null)
            .ToDictionary(pair => pair.Owner, pair => pair.Verdict!);
        var best = await StandingAsync(people, verdicts, cancellation);
        var ids = best.Keys.ToList();
        var rows = await people.Where(person => ids.Contains(person.Id)).ToListAsync(cancellation);
        return
        [
            .. rows.Select(person => ToHit(person, best[person.Id]))
                .OrderByDescending(hit => hit.Score)
                .ThenByDescending(hit => hit.Number, StringComparer.Ordinal)
                .Take(take),
        ];
    }

    /// <summary>Whoever is found by a record that stands behind another is shown as that other, by the better verdict.</summary>
    private static async Task<Dictionary<Guid, Verdict>> StandingAsync(
        IQueryable<Person> people,
        Dictionary<Guid, Verdict> verdicts,
        CancellationToken cancellation
    )
    {
        var found = verdicts.Keys.ToList();
        var standing = await people
            .Where(person => found.Contains(person.Id))
            .Select(person => new { person.Id, Shown = person.JoinedToId ?? person.Id })
            .ToListAsync(cancellation);
        return standing
            .GroupBy(row => row.Shown, row => verdicts[row.Id])
            .ToDictionary(same => same.Key, same => same.MaxBy(verdict => verdict.Score)!);
    }

    private static PersonHit ToHit(Person person, Verdict verdict) =>
        new(
            person.Id,
            person.Number,
            person.Sex,
            person.AgeBand,
            person.Citizenship,
            person.Status,
            person.RegisteredOn,
            verdict.Score,
            verdict.Matches
        );

    /// <summary>
    /// What a person must bear to be a candidate, what counts most first: every tier is better than the ones after it as
    /// <see cref="Judge"/> weighs them, so that nobody looks further once there are enough.
    /// </summary>
    private IEnumerable<IReadOnlyList<AskedTokens>> Tiers()
    {
        var documents = new AskedTokens(BlindKinds.Document, _documents);
        var phones = new AskedTokens(BlindKinds.Phone, _phones);
        IEnumerable<(int Weight, AskedTokens? Tokens)> births =
        [
            (DateWeight, new AskedTokens(BlindKinds.BirthDate, _dates)),
            (YearWeight, new AskedTokens(BlindKinds.BirthYear, _years)),
            (0, null),
        ];
        births = births.Where(birth => birth.Tokens is not { Any: false });
        IEnumerable<IReadOnlyList<AskedTokens>> alone =
        [
            [documents],
            [phones],
        ];
        return alone
            .Where(tier => tier[0].Any)
            .Concat(
                Named()
                    .SelectMany(
                        _ => births,
                        (name, birth) =>
                            (
                                Weight: name.Weight + birth.Weight,
                                Tier: birth.Tokens is null
                                    ? name.Words
                                    : [.. name.Words, birth.Tokens]
                            )
                    )
                    .Where(each => each.Tier.Count > 0)
                    .OrderByDescending(each => each.Weight)
                    .Select(each => each.Tier)
            );
    }

    /// <summary>All words as they are written, all by ear, and every part of them that is half or more.</summary>
    private IEnumerable<(int Weight, IReadOnlyList<AskedTokens> Words)> Named()
    {
        int Weight(int words, int each) => words * each * 6 / Math.Max(_words.Count, 1);
        var heard = _words.ConvertAll(word => word.Heard);
        yield return (
            Weight(_words.Count, WordWeight),
            _words.ConvertAll(word => new AskedTokens(BlindKinds.NameWord, [word.Written]))
        );
        yield return (Weight(_words.Count, SoundWeight), heard);
        // Every number below has the words of one part as its bits.
        var whole = (1 << Math.Min(_words.Count, MostWords)) - 1;
        for (var part = _words.Count > MostWords ? 0 : whole - 1; part > 0; part--)
        {
            var some = heard.Where((_, i) => (part & (1 << i)) != 0).ToList();
            if (some.Count * 2 >= _words.Count)
            {
                // Whoever is found by ear may be written the same.
                yield return (Weight(some.Count, WordWeight), some);
            }
        }
    }

    /// <returns>Null when too little agrees: fewer than half of the words, or only a birth where a name was asked.</returns>
    private Verdict? Judge(IEnumerable<byte[]> agreeing)
    {
        var held = agreeing.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        bool Holds(byte[] token) => held.Contains(Convert.ToHexString(token));

        var matches = new List<string>();
        var score = 0;
        void Count(bool agrees, string match, int weight)
        {
            if (agrees)
            {
                matches.Add(match);
                score += weight;
            }
        }

        Count(_documents.Any(Holds), PersonMatches.Document, DocumentWeight);
        Count(_phones.Any(Holds), PersonMatches.Phone, PhoneWeight);
        var isKnownOtherwise = score > 0;
        var written = _words.Count(word => Holds(word.Written));
        var heard = _words.Count(word => Holds(word.Written) || word.Sounds.Any(Holds));
        var isNamed = heard > 0 && heard * 2 >= _words.Count;
        if (!isKnownOtherwise && _words.Count > 0 && !isNamed)
        {
            return null;
        }

        if (isNamed)
        {
            var match =
                written == _words.Count ? PersonMatches.Name
                : heard == _words.Count ? PersonMatches.NameByEar
                : PersonMatches.NameInPart;
            Count(
                agrees: true,
                match,
                ((written * WordWeight) + ((heard - written) * SoundWeight)) * 6 / _words.Count
            );
        }

        if (_dates.Any(Holds))
        {
            Count(agrees: true, PersonMatches.BirthDate, DateWeight);
        }
        else
        {
            Count(_years.Any(Holds), PersonMatches.BirthYear, YearWeight);
        }

        return new Verdict(score, matches);
    }

    private sealed record Word(byte[] Written, byte[][] Sounds)
    {
        /// <summary>However it is written: the same word sounds the same.</summary>
        public AskedTokens Heard =>
            Sounds.Length > 0
                ? new AskedTokens(BlindKinds.NameSound, Sounds)
                : new AskedTokens(BlindKinds.NameWord, [Written]);
    }

    private sealed record Verdict(int Score, IReadOnlyList<string> Matches);
}
