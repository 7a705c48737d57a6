// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Sources;

/// <summary>Why a source was refused something, or what is wrong in its file.</summary>
/// <remarks>Of the codes of a problem the words get: {0} file, {1} sheet, {2} row, {3} column letters, then what is named here.</remarks>
public static class SourceRefusals
{
    public const string NotFound = "source.not-found";
    public const string KindUnknown = "source.kind-unknown";
    public const string NameMissing = "source.name-missing";

    /// <summary>Two lists of one study share a name.</summary>
    public const string NameTaken = "source.name-taken";

    /// <summary>{0} most letters.</summary>
    public const string TooLong = "source.too-long";
    public const string OriginMissing = "source.origin-missing";
    public const string AgencyUnknown = "source.agency-unknown";
    public const string RetrievedInFuture = "source.retrieved-in-future";
    public const string FileMissing = "source.file-missing";

    /// <summary>The register is in the house: it needs no file.</summary>
    public const string FileNotNeeded = "source.file-not-needed";
    public const string RegisterTwice = "source.register-twice";

    /// <summary>{0} most megabytes.</summary>
    public const string FileTooLarge = "source.file-too-large";

    /// <summary>{0} most sources.</summary>
    public const string TooMany = "source.too-many";
    public const string ChangedMeanwhile = "source.changed-meanwhile";

    /// <summary>The file has not arrived whole.</summary>
    public const string NotReceived = "source.not-received";
    public const string NotMapped = "source.not-mapped";
    public const string Loading = "source.loading";
    public const string AlreadyLoaded = "source.already-loaded";

    /// <summary>Only who uploaded a file sees its rows.</summary>
    public const string NotUploader = "source.not-uploader";
    public const string Erased = "source.erased";

    // The mapping.

    /// <summary>{0} column, from 1.</summary>
    public const string ColumnNotThere = "source.column-not-there";

    /// <summary>{0} header.</summary>
    public const string HeaderNotThere = "source.header-not-there";

    /// <summary>{0} column, from 1.</summary>
    public const string ColumnTwice = "source.column-twice";

    /// <summary>{0} column, {1} role.</summary>
    public const string RoleUnknown = "source.role-unknown";

    /// <summary>{0} role.</summary>
    public const string RoleTwice = "source.role-twice";

    /// <summary>{0} role.</summary>
    public const string RoleMissing = "source.role-missing";

    /// <summary>No column by which people can be compared.</summary>
    public const string NothingToCompare = "source.nothing-to-compare";

    /// <summary>{0} lists, {1} fewest, {2} most.</summary>
    public const string ListCount = "source.list-count";

    // What a row can have wrong.
    public const string NotZeroOrOne = "source.not-zero-or-one";
    public const string OnNoList = "source.on-no-list";
    public const string CountNotANumber = "source.count-not-a-number";
    public const string CountNegative = "source.count-negative";
    public const string CountNotWhole = "source.count-not-whole";

    /// <summary>{4} most people.</summary>
    public const string TooManyPeople = "source.too-many-people";
    public const string DateImpossible = "source.date-impossible";
    public const string DateInFuture = "source.date-in-future";

    /// <summary>{4} earliest year.</summary>
    public const string DateTooEarly = "source.date-too-early";

    /// <summary>The flags of CTDC are 1 or empty.</summary>
    public const string NotAFlag = "source.not-a-flag";

    /// <summary>{4} code of the variable.</summary>
    public const string CodeUnknown = "source.code-unknown";
    public const string ValueNotANumber = "source.value-not-a-number";
    public const string PeriodNotADate = "source.period-not-a-date";
    public const string UnitUnknown = "source.unit-unknown";
}
