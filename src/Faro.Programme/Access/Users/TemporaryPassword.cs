// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Users;

/// <summary>A password for the first sign-in only, easy to read aloud: 79 bits.</summary>
internal static class TemporaryPassword
{
    private const int Groups = 4;

    public static Secret Make() => new(PaperCode.Make(Groups));
}
