// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme.People;

/// <summary>Ages in years as bands of the list <c>age-bands</c> (CTDC).</summary>
public static class AgeBands
{
    public const string List = "age-bands";
    public const int Majority = 18;
    private const int OldestAge = 130;

    /// <summary>The band of an age; a band's code begins with its lowest age.</summary>
    public static string Of(int age) =>
        CodeLists.Get(List).Entries.Last(band => LowestAge(band) <= age).Code;

    /// <summary>The band that a birth date gives on a day, or empty when it spans more than one.</summary>
    public static string Of(BirthDate birth, DateOnly day)
    {
        var (youngest, oldest) = birth.AgesOn(day);
        var band = Of(youngest);
        return band == Of(oldest) ? band : "";
    }

    public static bool IsMinor(string band) =>
        CodeLists.Get(List).Find(band) is { } entry && LowestAge(entry) < Majority;

    /// <summary>The lowest and the highest age of a band.</summary>
    public static (int Least, int Most) Ages(string band)
    {
        var bands = CodeLists.Get(List).Entries;
        var index = bands.TakeWhile(entry => entry.Code != band).Count();
        return (
            LowestAge(bands[index]),
            index + 1 < bands.Count ? LowestAge(bands[index + 1]) - 1 : OldestAge
        );
    }

    private static int LowestAge(CodeEntry band) =>
        int.Parse(
            band.Code.AsSpan(0, band.Code.IndexOf('-', StringComparison.Ordinal)),
            CultureInfo.InvariantCulture
        );
}
