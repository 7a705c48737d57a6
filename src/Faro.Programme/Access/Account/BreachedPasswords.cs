// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Storage;

namespace Faro.Programme.Access.Account;

/// <summary>
/// Passwords known to have leaked, when the operator puts a list in the data folder: a text file named
/// <see cref="FileName"/> with one SHA-1 in capital hexadecimal per line, in ascending order, each whole or cut to the
/// same length of at least <see cref="LeastDigits"/>, optionally followed by a colon and a count. That is the form in
/// which Have I Been Pwned gives its list. Without the file nothing is refused.
/// </summary>
public sealed class BreachedPasswords(FaroOptions options)
{
    public const string FileName = "breached-passwords.txt";

    /// <summary>Hexadecimal digits; shorter lines are ignored, they would refuse good passwords by chance.</summary>
    public const int LeastDigits = 10;

    private const int LongestLine = 80;

    /// <summary>Looks it up by halving the file: the whole list may be tens of gigabytes.</summary>
    public bool Contain(string password)
    {
        var path = Path.Combine(options.DataFolder, FileName);
        if (!File.Exists(path))
        {
            return false;
        }

#pragma warning disable CA5350 // The published lists are of SHA-1; nothing is protected with it here.
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = File.OpenRead(path);
        var (low, high) = (0L, file.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var (line, start, next) = LineAround(file, middle);
            var digits = Digits(line);
            if (digits.Length >= LeastDigits && wanted.StartsWith(digits, StringComparison.Ordinal))
            {
                return true;
            }

            if (string.CompareOrdinal(digits, wanted) < 0)
            {
                low = next;
            }
            else
            {
                high = start;
            }
        }

        return false;
    }

    private static string Digits(string line) => line.Split(':')[0].Trim().ToUpperInvariant();

    /// <returns>The line that holds this byte, where it starts and where the next one starts.</returns>
    private static (string Line, long Start, long Next) LineAround(FileStream file, long position)
    {
        var from = Math.Max(0, position - LongestLine);
        Span<byte> bytes = stackalloc byte[2 * LongestLine];
        file.Position = from;
        bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        var at = (int)(position - from);
        var begin = bytes[..at].LastIndexOf((byte)'\n') + 1;
        var length = bytes[at..].IndexOf((byte)'\n');
        var end = length < 0 ? bytes.Length : at + length;
        return (Encoding.ASCII.GetString(bytes[begin..end]), from + begin, from + end + 1);
    }
}
