// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Settings;

/// <summary>
/// What the first run asks for, so that a new Faro belongs to whoever holds the machine and not to whoever comes first
/// over the network. Every start makes another, until the programme exists.
/// </summary>
public sealed class SetupCode(FaroOptions options, DatabaseEngine engine)
{
    /// <summary>59 bits: at the pace that the page allows, nobody guesses it.</summary>
    private const int Groups = 3;

    private volatile string? _folded;

    /// <summary>Makes the code of this start and writes it where only the owner of the data can read it.</summary>
    /// <returns>To be shown on the console; null when the programme exists and no code is needed.</returns>
    public async Task<Secret?> IssueAsync(CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        if (await db.Profiles.AnyAsync(cancellation))
        {
            Forget();
            return null;
        }

        var code = PaperCode.Make(Groups);
        OwnerFile.Replace(
            options.SetupCodeFile,
            stream => stream.Write(Encoding.ASCII.GetBytes(code + "\n"))
        );
        _folded = PaperCode.Fold(code);
        return new Secret(code);
    }

    /// <summary>False for everything while no code was issued.</summary>
    internal bool Is(Secret typed) =>
        _folded is { } code
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(code),
            Encoding.ASCII.GetBytes(PaperCode.Fold(typed.Reveal()))
        );

    internal void Forget()
    {
        _folded = null;
        try
        {
            File.Delete(options.SetupCodeFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The programme exists, so what the file says opens nothing; the next start tries again.
        }
    }
}
