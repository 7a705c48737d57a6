// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;

namespace Faro.Programme.People;

/// <summary>
/// Who, among the people the asker sees, may be the one about to be registered. People of other agencies are never told
/// of, not even as a count.
/// </summary>
public sealed class FindDuplicates(OperationDoor door)
    : ReadingOperation<PersonIdentity, PeopleFound>(door)
{
    private const int MaxFound = 5;

    public override Permission Permission => Permissions.RegisterPeople;

    protected internal override async Task<Outcome<PeopleFound>> ActAsync(
        Act act,
        PersonIdentity input,
        CancellationToken cancellation
    )
    {
        var identity = input.Tidied();
        var today = act.Today;
        var refusals = IdentityChecks.Check(identity, today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var search = PersonSearch.For(act.Vault, identity);
        var hits = await search.FindAsync(
            act.Db,
            act.Db.People.IdentityVisibleTo(act.Actor),
            PersonSearch.Enough,
            cancellation
        );
        var likely = hits.Where(hit => IsLikely(hit, identity)).Take(MaxFound).ToList();
        act.Note(
            "person",
            null,
            ("asked", search.Kinds),
            ("found", likely.Count.ToString(CultureInfo.InvariantCulture))
        );
        return new PeopleFound(likely, More: false);
    }

    /// <summary>The same document or phone; or the whole name, of two words or more, unless the births disagree.</summary>
    private static bool IsLikely(PersonHit hit, PersonIdentity identity)
    {
        bool Agrees(string match) => hit.Matches.Contains(match, StringComparer.Ordinal);

        if (Agrees(PersonMatches.Document) || Agrees(PersonMatches.Phone))
        {
            return true;
        }

        var isNamed = Agrees(PersonMatches.Name) || Agrees(PersonMatches.NameByEar);
        var isBorn = Agrees(PersonMatches.BirthDate) || Agrees(PersonMatches.BirthYear);
        var words = NameFolding.Words(identity.GivenNames, identity.Surname1, identity.Surname2);
        return words.Count >= 2
            && (
                isNamed
                    ? identity.Birth is null || isBorn
                    : isBorn && Agrees(PersonMatches.NameInPart) && Agrees(PersonMatches.BirthDate)
            );
    }
}
