// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Faro.Programme.Access.Entering;

/// <summary>Time-based one-time codes: six digits, 30 seconds, HMAC-SHA-1, as every authenticator app computes them.</summary>
/// <remarks>Source: RFC 6238 and RFC 4226 §5.3; the secret is 20 bytes (RFC 4226 §4, R6). Agrees with the test
/// vectors of RFC 6238 appendix B (TotpPublished).</remarks>
internal static class Totp
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Digits = 6;

    // One step either way: clocks of phones differ (RFC 6238 §5.2).
    private const int Drift = 1;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <param name="secret">Of any length.</param>
    /// <param name="step">30-second steps since 1970.</param>
    /// <param name="digits">6 to 8.</param>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238: what authenticator apps compute; HMAC-SHA-1 is not broken by collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(offset)) & 0x7fff_ffff;
        var text = number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        return text[^digits..];
    }

    /// <summary>The step whose code this is, later than the last one taken; null when there is none.</summary>
    public static long? Match(
        ReadOnlySpan<byte> secret,
        string code,
        DateTimeOffset moment,
        long lastStep
    )
    {
        var typed = Encoding.ASCII.GetBytes(
            code.Replace(" ", "", StringComparison.Ordinal)
                .Replace("-", "", StringComparison.Ordinal)
        );
        long? found = null;
        var now = StepAt(moment);
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            var expected = Encoding.ASCII.GetBytes(CodeAt(secret, step));
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(expected, typed))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>Base 32 without padding (RFC 4648), as apps take it by hand.</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in secret)
        {
            buffer = ((buffer << 8) | value) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            }
        }

        if (bits > 0)
        {
            text.Append(Base32[(buffer << (5 - bits)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The address that a QR code carries to the app (Key URI format).</summary>
    public static string Uri(string secret, string issuer, string account) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}"
        + $"?secret={secret}&issuer={System.Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}";
}
