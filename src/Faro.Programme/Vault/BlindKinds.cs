// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Vault;

/// <summary>What a blind token stands for, as stored.</summary>
public static class BlindKinds
{
    /// <summary>One word of a name: lower case, accents folded.</summary>
    public const string NameWord = "name";

    /// <summary>How one word of a name sounds in Spanish.</summary>
    public const string NameSound = "sound";
    public const string BirthDate = "born";
    public const string BirthYear = "year";

    /// <summary>A document's number, letters and digits only, any kind.</summary>
    public const string Document = "document";

    /// <summary>The last eight digits of a phone.</summary>
    public const string Phone = "phone";
}
