// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Access;

public sealed class SecondStepTests
{
    [Theory]
    [EveryDatabase]
    public async Task With_codes_on_the_password_alone_does_not_open(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        await door.AddAsync("marta", Role.Caseworker);
        var (secret, _) = await EnrolAsync(door, "marta");
        door.Clock.Advance(TimeSpan.FromMinutes(1));

        using var browser = await door.SignedInAsync("marta");
        Assert.StartsWith("/entrar/codigo", browser.Path, StringComparison.Ordinal);
        await browser.OpenAsync("/cuenta");
        Assert.StartsWith("/entrar", browser.Path, StringComparison.Ordinal);

        await browser.OpenAsync("/entrar/codigo");
        await browser.SendAsync("code", ("Answers.Code", CodeAt(secret, door.Clock.GetUtcNow())));
        Assert.Equal("/", browser.Path);
    }

    [Fact]
    public async Task A_code_is_good_once_only()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        var (secret, _) = await EnrolAsync(door, "marta");
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = CodeAt(secret, door.Clock.GetUtcNow());
        using var first = await door.SignedInAsync("marta");
        await first.SendAsync("code", ("Answers.Code", code));
        Assert.Equal("/", first.Path);

        using var second = await door.SignedInAsync("marta");
        await second.SendAsync("code", ("Answers.Code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("access.code-wrong", second.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_only()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        var (_, codes) = await EnrolAsync(door, "marta");
        Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());

        using var first = await door.SignedInAsync("marta");
        await first.SendAsync("recovery", ("Recovery.Code", codes[3].ToUpperInvariant()));
        Assert.Equal("/", first.Path);
        using var second = await door.SignedInAsync("marta");
        await second.SendAsync("recovery", ("Recovery.Code", codes[3]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        await second.SendAsync("recovery", ("Recovery.Code", codes[4]));
        Assert.Equal("/", second.Path);
    }

    [Fact]
    public async Task Wrong_codes_pause_the_account()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        var (secret, _) = await EnrolAsync(door, "marta");
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = await door.SignedInAsync("marta");
        for (var wrong = 0; wrong < User.TriesBeforePause; wrong++)
        {
            await browser.SendAsync("code", ("Answers.Code", "000 000"));
        }

        await browser.SendAsync("code", ("Answers.Code", CodeAt(secret, door.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("access.sign-in-refused", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_step_must_follow_within_ten_minutes()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        var (secret, _) = await EnrolAsync(door, "marta");
        using var browser = await door.SignedInAsync("marta");

        door.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.SendAsync("code", ("Answers.Code", CodeAt(secret, door.Clock.GetUtcNow())));

        Assert.Contains("access.ticket-expired", browser.Words, StringComparison.Ordinal);
    }

    private static async Task<(byte[] Secret, string[] Codes)> EnrolAsync(Door door, string name)
    {
        using var browser = await door.SignedInAsync(name);
        await browser.OpenAsync("/cuenta/codigos");
        await browser.SendAsync("begin");
        Assert.NotNull(browser.Page.QuerySelector("svg[role=img]"));
        var secret = FromBase32(browser.Page.QuerySelector("details code")!.TextContent);
        await browser.SendAsync("confirm", ("Answers.Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.SendAsync(
            "confirm",
            ("Answers.Code", CodeAt(secret, door.Clock.GetUtcNow()))
        );
        var codes = browser
            .Page.QuerySelectorAll("#recovery-codes code")
            .Select(code => code.TextContent);
        return (secret, [.. codes]);
    }

    /// <summary>RFC 6238, written again so that the test does not lean on what it tests.</summary>
    private static string CodeAt(byte[] secret, DateTimeOffset moment)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, moment.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 asks for HMAC-SHA-1
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[19] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Where(letter => letter != ' ')
                .Select(letter =>
                    Convert
                        .ToString(
                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(
                                letter,
                                StringComparison.Ordinal
                            ),
                            2
                        )
                        .PadLeft(5, '0')
                )
        );
        return
        [
            .. Enumerable
                .Range(0, bits.Length / 8)
                .Select(at => Convert.ToByte(bits.Substring(8 * at, 8), 2)),
        ];
    }
}
