// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Settings;

/// <summary>What a person says of the programme, at the first run or later.</summary>
/// <param name="Name">As reports bear it.</param>
/// <param name="Country">ISO 3166-1 alpha-2, lower case.</param>
/// <param name="Territory">INEGI code, 2 or 5 digits.</param>
/// <param name="TerritoryName">As people say it.</param>
/// <param name="NumberPrefix">Three capital letters.</param>
public sealed record ProfileAnswers(
    string Name,
    string Country,
    string Territory,
    string TerritoryName,
    string NumberPrefix
)
{
    internal ProfileAnswers Tidy() =>
        new(
            Name.Trim(),
            Country.Trim().ToLowerInvariant(),
            Territory.Trim(),
            TerritoryName.Trim(),
            NumberPrefix.Trim().ToUpperInvariant()
        );
}
