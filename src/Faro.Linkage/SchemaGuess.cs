// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Linkage.Records;

namespace Faro.Linkage;

/// <summary>Guesses what columns say from their headers, in English and Spanish. A guess is a proposal: show it before use.</summary>
public static class SchemaGuess
{
    /// <summary>A schema for these headers.</summary>
    /// <param name="headers">Headers as the list writes them, in order.</param>
    /// <returns>One column per header; a header that says nothing known is <see cref="ColumnRole.Ignored"/>.</returns>
    /// <exception cref="ArgumentException">No header.</exception>
    public static LinkageSchema Of(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var roles = headers.Select(RoleOf).ToArray();
        // One record number and one source: later columns that sound alike are something else.
        KeepFirst(roles, ColumnRole.RecordId);
        KeepFirst(roles, ColumnRole.Source);
        // A whole name beside its parts says the same thing twice.
        if (roles.Contains(ColumnRole.GivenNames) && roles.Contains(ColumnRole.Surname))
        {
            Replace(roles, ColumnRole.FullName, ColumnRole.Ignored);
        }
        // "nombre" is a given name beside surnames, else the whole name.
        else if (
            !roles.Contains(ColumnRole.Surname)
            && !roles.Contains(ColumnRole.SecondSurname)
            && !roles.Contains(ColumnRole.FullName)
        )
        {
            Replace(roles, ColumnRole.GivenNames, ColumnRole.FullName);
        }

        return new LinkageSchema(
            headers.Zip(roles, (header, role) => new SchemaColumn(header, role))
        );
    }

    /// <summary>The role that one header suggests, seen by itself.</summary>
    /// <param name="header">Header as the list writes it.</param>
    /// <returns>A role; <see cref="ColumnRole.Ignored"/> when nothing is known.</returns>
    public static ColumnRole RoleOf(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return HeaderWords.RoleOf(Fold(header));
    }

    /// <summary>The stable kebab-case name of a role, as the command line writes it: <c>given-names</c>.</summary>
    /// <param name="role">A role.</param>
    /// <returns>Lower case words joined by hyphens.</returns>
    public static string NameOf(ColumnRole role)
    {
        var name = new StringBuilder();
        foreach (var letter in role.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>The role with this name.</summary>
    /// <param name="name">As <see cref="NameOf"/> writes it; case does not count.</param>
    /// <param name="role">The role, or <see cref="ColumnRole.Ignored"/> when there is none.</param>
    /// <returns>Whether there is such a role.</returns>
    public static bool TryParse(string name, out ColumnRole role)
    {
        foreach (var candidate in Enum.GetValues<ColumnRole>())
        {
            if (string.Equals(NameOf(candidate), name, StringComparison.OrdinalIgnoreCase))
            {
                role = candidate;
                return true;
            }
        }

        role = ColumnRole.Ignored;
        return false;
    }

    /// <summary>Lower case, without accents, words joined by one underscore.</summary>
    internal static string Fold(string header)
    {
        var folded = new StringBuilder();
        foreach (var letter in Cleaned.Decompose(header))
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                && folded.Length > 0
                && folded[^1] != '_'
            )
            {
                folded.Append('_');
            }
        }

        return folded.ToString().TrimEnd('_');
    }

    private static void KeepFirst(ColumnRole[] roles, ColumnRole role)
    {
        var first = Array.IndexOf(roles, role);
        for (var i = first + 1; first >= 0 && i < roles.Length; i++)
        {
            roles[i] = roles[i] == role ? ColumnRole.Ignored : roles[i];
        }
    }

    private static void Replace(ColumnRole[] roles, ColumnRole old, ColumnRole with)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = roles[i] == old ? with : roles[i];
        }
    }
}
