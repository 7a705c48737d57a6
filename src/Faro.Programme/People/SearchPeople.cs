// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;

namespace Faro.Programme.People;

/// <summary>
/// Finds people by identity. That a name is in the programme is itself a secret: only those who may see identities ask,
/// only visible people answer, and the audit keeps how many were found and never what was asked.
/// </summary>
public sealed class SearchPeople(OperationDoor door)
    : ReadingOperation<PersonQuery, PeopleFound>(door)
{
    public const int MaxFound = 30;

    public override Permission Permission => Permissions.ViewIdentity;

    protected internal override async Task<Outcome<PeopleFound>> ActAsync(
        Act act,
        PersonQuery input,
        CancellationToken cancellation
    )
    {
        if (
            input.Names.Length > PersonQuery.TextMaxLength
            || input.Document.Length > PersonQuery.TextMaxLength
            || input.Phone.Length > PersonQuery.TextMaxLength
        )
        {
            return new Refusal(PeopleRefusals.TooLong, "", PersonQuery.TextMaxLength);
        }

        var search = PersonSearch.For(act.Vault, input);
        if (search.Kinds.Length == 0)
        {
            return new Refusal(PeopleRefusals.SearchEmpty);
        }

        var hits = await search.FindAsync(
            act.Db,
            act.Db.People.IdentityVisibleTo(act.Actor),
            MaxFound + 1,
            cancellation
        );
        var shown = hits.Take(MaxFound).ToList();
        act.Note(
            "person",
            null,
            ("asked", search.Kinds),
            ("found", shown.Count.ToString(CultureInfo.InvariantCulture))
        );
        return new PeopleFound(shown, hits.Count > MaxFound);
    }
}

/// <param name="People">Likeliest first.</param>
/// <param name="More">There are others; the question should say more.</param>
public sealed record PeopleFound(IReadOnlyList<PersonHit> People, bool More);
