// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Linkage;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>The blind tokens by which an identity can be found: what goes in at registration, and what a search asks for.</summary>
internal static class IdentityTokens
{
    private const int PhoneDigits = 8;

    /// <summary>The tokens of one identity, each once.</summary>
    public static IReadOnlyList<BlindToken> Of(
        SealingVault vault,
        Guid owner,
        PersonIdentity identity
    )
    {
        var words = NameFolding.Words(identity.AllNames());
        var years = identity.Birth?.Years() ?? [];
        IEnumerable<(string Kind, string Text)> all =
        [
            .. words.Select(word => (BlindKinds.NameWord, word)),
            .. words.SelectMany(NameSound.Keys).Select(key => (BlindKinds.NameSound, key)),
            .. years.Select(year => (BlindKinds.BirthYear, Year(year))),
            .. identity.Documents.Select(document =>
                (BlindKinds.Document, Document(document.Number))
            ),
            .. identity.Phones.Select(phone => (BlindKinds.Phone, Phone(phone.Number))),
        ];
        if (identity.Birth is { Precision: BirthPrecisions.Day } birth)
        {
            all = all.Append((BlindKinds.BirthDate, Date(birth.Earliest())));
        }

        return
        [
            .. all.Where(token => token.Text.Length > 0)
                .Distinct()
                .Select(token => new BlindToken
                {
                    OwnerId = owner,
                    Kind = token.Kind,
                    Token = vault.Blind(token.Kind, token.Text),
                }),
        ];
    }

    /// <summary>Puts these in the place of all that the owner had.</summary>
    public static async Task ReplaceAsync(
        FaroDb db,
        Guid owner,
        IReadOnlyList<BlindToken> tokens,
        CancellationToken cancellation
    )
    {
        await db
            .BlindTokens.Where(token => token.OwnerId == owner)
            .ExecuteDeleteAsync(cancellation);
        db.BlindTokens.AddRange(tokens);
    }

    public static string Date(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Letters and digits only, so that spaces and hyphens on a card do not matter.</summary>
    public static string Document(string number) =>
        NameFolding.Fold(number).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The last eight digits: the same with and without country and area code in most of Latin America.</summary>
    public static string Phone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length > PhoneDigits ? digits[^PhoneDigits..] : digits;
    }
}
