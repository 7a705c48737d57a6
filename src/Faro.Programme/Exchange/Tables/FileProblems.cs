// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.Tables;

/// <summary>What can be wrong with a file of rows and columns before anybody asks what the rows mean.</summary>
/// <remarks>The words get: {0} file, {1} sheet, {2} row, {3} column letters, then what is named here.</remarks>
public static class FileProblems
{
    /// <summary>Nothing in it.</summary>
    public const string Empty = "file.empty";
    public const string NoRows = "file.no-rows";

    /// <summary>Neither text nor a workbook: PDF, picture, program.</summary>
    public const string NotATable = "file.not-a-table";

    /// <summary>Text that is in no encoding we read.</summary>
    public const string EncodingBroken = "file.encoding-broken";
    public const string NulBytes = "file.nul-bytes";
    public const string QuoteNotClosed = "file.quote-not-closed";
    public const string QuoteMisplaced = "file.quote-misplaced";
    public const string HeaderEmpty = "file.header-empty";

    /// <summary>{4} the other column's letters.</summary>
    public const string HeaderTwice = "file.header-twice";

    /// <summary>{4} cells found, {5} expected.</summary>
    public const string RowWidth = "file.row-width";

    /// <summary>{4} most letters.</summary>
    public const string CellTooLong = "file.cell-too-long";

    /// <summary>{4} most columns.</summary>
    public const string TooManyColumns = "file.too-many-columns";

    /// <summary>{4} most rows.</summary>
    public const string TooManyRows = "file.too-many-rows";

    /// <summary>A cell begins with =, +, - or @ as a formula does.</summary>
    public const string Formula = "file.formula";

    /// <summary>Letters that no text has.</summary>
    public const string ControlCharacters = "file.control-characters";

    // Workbooks.
    public const string WorkbookBroken = "file.workbook-broken";

    /// <summary>Encrypted, or the .xls of before 2007.</summary>
    public const string WorkbookOldOrLocked = "file.workbook-old-or-locked";

    /// <summary>A zip, but no workbook in it.</summary>
    public const string NotAWorkbook = "file.not-a-workbook";

    /// <summary>{4} most megabytes unpacked.</summary>
    public const string ZipBomb = "file.zip-bomb";
    public const string WorkbookMacros = "file.workbook-macros";

    /// <summary>{4} sheets there are.</summary>
    public const string SheetMissing = "file.sheet-missing";

    /// <summary>A cell shows an error of the spreadsheet (#REF!, #N/A …).</summary>
    public const string CellError = "file.cell-error";

    /// <summary>There are more problems than are listed. {4} how many are listed.</summary>
    public const string AndMore = "file.and-more";
}
