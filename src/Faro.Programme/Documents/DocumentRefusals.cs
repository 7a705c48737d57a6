// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Documents;

/// <summary>What the rules of documents say no with.</summary>
public static class DocumentRefusals
{
    public const string NotFound = "document.not-found";
    public const string ChangedMeanwhile = "document.changed-meanwhile";
    public const string Removed = "document.removed";
    public const string KindUnknown = "document.kind-unknown";
    public const string CompartmentClosed = "document.compartment-closed";
    public const string TitleTooLong = "document.title-too-long";
    public const string ExpiryTooOld = "document.expiry-too-old";
    public const string FileMissing = "document.file-missing";
    public const string FileEmpty = "document.file-empty";
    public const string FileTooLarge = "document.file-too-large";
    public const string FormatUnknown = "document.format-unknown";
    public const string Lies = "document.lies";
    public const string Unreadable = "document.unreadable";
    public const string HasMacros = "document.has-macros";
    public const string Executable = "document.executable";
    public const string Archive = "document.archive";
    public const string PieceUnknown = "document.piece-unknown";
    public const string PieceLength = "document.piece-length";
    public const string PiecesMissing = "document.pieces-missing";
    public const string HashDiffers = "document.hash-differs";
    public const string ReasonUnknown = "document.reason-unknown";
    public const string ProvesConsent = "document.proves-consent";
}
