// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;

namespace Faro.Programme.Access.Users;

/// <summary>A password for the first sign-in only, easy to read aloud: four groups, 79 bits.</summary>
internal static class TemporaryPassword
{
    // No letters that are mistaken for digits or for each other.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static Secret Make() =>
        new(
            string.Join(
                '-',
                Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4))
            )
        );
}
