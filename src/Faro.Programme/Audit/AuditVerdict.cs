// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Entries">Links that were read and hold.</param>
/// <param name="Head">The last of them; write it down, and a later verification can be held against it.</param>
/// <param name="Break">The first link that does not hold, or null when the whole chain does.</param>
public sealed record AuditVerdict(long Entries, AuditHead Head, AuditBreak? Break)
{
    public bool Whole => Break is null;
}

/// <summary>The first link that does not hold.</summary>
/// <param name="Seq">Its number; for a missing link, the number that should have come.</param>
/// <param name="Code">One of <see cref="AuditBreaks"/>.</param>
public sealed record AuditBreak(long Seq, string Code);

/// <summary>What can be wrong with a link. The codes have words on the command line and on the audit screen.</summary>
public static class AuditBreaks
{
    /// <summary>The content is not what was hashed.</summary>
    public const string HashDiffers = "audit.hash-differs";

    /// <summary>It does not follow the link before it.</summary>
    public const string LinkDiffers = "audit.link-differs";

    /// <summary>A number is missing, or comes twice.</summary>
    public const string Gap = "audit.gap";

    /// <summary>A column or line holds something that Faro cannot have written.</summary>
    public const string Unreadable = "audit.unreadable";

    /// <summary>The chain ends before the anchor: its end was cut off.</summary>
    public const string Truncated = "audit.truncated";

    /// <summary>The anchor's link has another hash: the chain was written anew.</summary>
    public const string AnchorDiffers = "audit.anchor-differs";
}
