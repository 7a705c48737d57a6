// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Access.Account;
using Faro.Programme.Storage;
using Xunit;

namespace Faro.Programme.Tests.Access;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("contraseña2026")]
    [InlineData("PuertoVallarta1")]
    [InlineData("administrador1")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("marta.reyes.2026")]
    [InlineData("qwertyuiop[]")]
    public void What_an_acquaintance_would_try_is_weak(string password) =>
        Assert.True(
            new PasswordStrength().Score(password, ["marta.reyes", "Marta Reyes", "DIF"])
                < PasswordStrength.Least
        );

    [Theory]
    [InlineData("cuatro nubes caminan despacio")]
    [InlineData("7mq-vexo-3trk-pl9w")]
    public void A_phrase_of_unrelated_words_is_strong(string password) =>
        Assert.True(
            new PasswordStrength().Score(password, ["marta", "DIF"]) >= PasswordStrength.Least
        );

    [Fact]
    public void The_longest_password_is_judged_in_a_moment()
    {
        var strength = new PasswordStrength();
        strength.Score("warm up the word lists", []);
        var clock = Stopwatch.StartNew();

        strength.Score(
            new string([
                .. Enumerable
                    .Range(0, User.PasswordMaxLength)
                    .Select(at => (char)('a' + (at * 7 % 26))),
            ]),
            []
        );

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_secret_prints_as_dots()
    {
        var input = new ChangePasswordInput(new Secret("abc"), new Secret("def"));

        Assert.DoesNotContain("abc", $"{input}", StringComparison.Ordinal);
        Assert.DoesNotContain("def", $"{input}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, "")]
    [InlineData(40, ":37")]
    [InlineData(10, "")]
    public void A_leaked_password_is_found_in_the_operators_list(int digits, string count)
    {
        using var folder = new Folder();
        string[] leaked = ["correct horse", "dragon", "letmein", "monkey", "tequila", "zapato"];
        var lines = leaked
            .Select(Sha1)
            .Order(StringComparer.Ordinal)
            .Select(hash => hash[..digits] + count);
        File.WriteAllLines(Path.Combine(folder.Path, BreachedPasswords.FileName), lines);
        var breached = new BreachedPasswords(new FaroOptions { DataFolder = folder.Path });

        Assert.All(leaked, password => Assert.True(breached.Contain(password), password));
        Assert.False(breached.Contain("cuatro nubes caminan despacio"));
    }

    [Fact]
    public void Without_a_list_no_password_counts_as_leaked()
    {
        using var folder = new Folder();

        Assert.False(
            new BreachedPasswords(new FaroOptions { DataFolder = folder.Path }).Contain("dragon")
        );
    }

    private static string Sha1(string text)
    {
#pragma warning disable CA5350 // the published lists are of SHA-1
        return Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("faro-list-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
