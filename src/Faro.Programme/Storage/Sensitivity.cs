// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>How much a column can hurt. Every column states it in its mapping; logging, export and disclosure read it.</summary>
public enum Sensitivity
{
    /// <summary>Ids, codes of the programme's own work, public facts.</summary>
    Open,

    /// <summary>About a person who can be told apart with it: staff names, e-mail, user names.</summary>
    Personal,

    /// <summary>About a victim, without identity: sex, nationality, form of exploitation.</summary>
    Sensitive,

    /// <summary>Encrypted, or a secret: identity, keys, password hashes.</summary>
    Sealed,
}
