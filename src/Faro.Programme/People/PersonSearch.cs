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

    /// <summary>Candidates that the database ranks roughly and that are then compared word by word.</summary>
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
        var tokens = Asked(db.BlindTokens);
        var owners = await tokens
            .Join(people, token => token.OwnerId, person => person.Id, (token, _) => token)
            .GroupBy(token => token.OwnerId)
            .Select(group => new
            {
                Owner = group.Key,
                Weight = group.Sum(token =>
                    token.Kind == BlindKinds.Document ? DocumentWeight
                    : token.Kind == BlindKinds.Phone ? PhoneWeight
                    : token.Kind == BlindKinds.BirthDate ? DateWeight
                    : token.Kind == BlindKinds.BirthYear ? YearWeight
                    : token.Kind == BlindKinds.NameWord ? WordWeight
                    : SoundWeight
                ),
            })
            .OrderByDescending(row => row.Weight)
            .ThenBy(row => row.Owner)
            .Take(Candidates)
            .Select(row => row.Owner)
            .ToListAsync(cancellation);
        var agreeing = await Asked(db.BlindTokens)
            .Where(token => owners.Contains(token.OwnerId))
            .Select(token => new { token.OwnerId, token.Token })
            .ToListAsync(cancellation);
        var verdicts = agreeing
            .GroupBy(token => token.OwnerId)
            .Select(group => (Owner: group.Key, Verdict: Judge(group.Select(token => token.Token))))
            .Where(pair => pair.Verdict is not null)
            .ToDictionary(pair => pair.Owner, pair => pair.Verdict!);
        var ids = verdicts.Keys.ToList();
        var rows = await people.Where(person => ids.Contains(person.Id)).ToListAsync(cancellation);
        return
        [
            .. rows.Select(person => ToHit(person, verdicts[person.Id]))
                .OrderByDescending(hit => hit.Score)
                .ThenByDescending(hit => hit.Number, StringComparer.Ordinal)
                .Take(take),
        ];
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

    private IQueryable<BlindToken> Asked(IQueryable<BlindToken> tokens)
    {
        byte[][] words = [.. _words.Select(word => word.Written)];
        byte[][] sounds = [.. _words.SelectMany(word => word.Sounds)];
        var (dates, years, documents, phones) = (_dates, _years, _documents, _phones);
        return tokens.Where(token =>
            (token.Kind == BlindKinds.NameWord && words.Contains(token.Token))
            || (token.Kind == BlindKinds.NameSound && sounds.Contains(token.Token))
            || (token.Kind == BlindKinds.BirthDate && dates.Contains(token.Token))
            || (token.Kind == BlindKinds.BirthYear && years.Contains(token.Token))
            || (token.Kind == BlindKinds.Document && documents.Contains(token.Token))
            || (token.Kind == BlindKinds.Phone && phones.Contains(token.Token))
        );
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

    private sealed record Word(byte[] Written, byte[][] Sounds);

    private sealed record Verdict(int Score, IReadOnlyList<string> Matches);
}
