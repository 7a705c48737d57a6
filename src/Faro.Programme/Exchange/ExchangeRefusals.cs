// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange;

/// <summary>Why a file cannot be taken. Rows are counted as lines of the file, the header is row 1.</summary>
public static class ExchangeRefusals
{
    /// <summary>The file is not there or may not be read. Values: file.</summary>
    public const string FileMissing = "exchange.file-missing";

    /// <summary>The file is not text in rows and columns. Values: row.</summary>
    public const string NotReadable = "exchange.not-readable";

    /// <summary>The last column is not named <c>count</c>. Values: its name.</summary>
    public const string CountColumnMissing = "exchange.count-column-missing";

    /// <summary>Too few columns for lists. Values: lists, fewest.</summary>
    public const string TooFewLists = "exchange.too-few-lists";

    /// <summary>Too many columns for lists. Values: lists, most.</summary>
    public const string TooManyLists = "exchange.too-many-lists";

    /// <summary>A column has no name. Values: place of the column.</summary>
    public const string ListUnnamed = "exchange.list-unnamed";

    /// <summary>Two columns have the same name. Values: name.</summary>
    public const string ListNamedTwice = "exchange.list-named-twice";

    /// <summary>A value in a list's column is neither 0 nor 1. Values: row, column.</summary>
    public const string NotZeroOrOne = "exchange.not-zero-or-one";

    /// <summary>A row says that people are on no list. Values: row.</summary>
    public const string OnNoList = "exchange.on-no-list";

    /// <summary>A count is empty or not a number. Values: row, column.</summary>
    public const string CountNotANumber = "exchange.count-not-a-number";

    /// <summary>A count is negative. Values: row, column.</summary>
    public const string CountNegative = "exchange.count-negative";

    /// <summary>A count is not a whole number. Values: row, column.</summary>
    public const string CountNotWhole = "exchange.count-not-whole";

    /// <summary>The counts come to too many people. Values: row, most.</summary>
    public const string TooManyPeople = "exchange.too-many-people";

    /// <summary>There are more refusals than are listed. Values: how many are listed.</summary>
    public const string AndMore = "exchange.and-more";

    /// <summary>A list of persons could not be read to its end. Values: file.</summary>
    public const string FileUnreadable = "exchange.file-unreadable";

    /// <summary>A list of persons holds zero bytes: it is no text. Values: file.</summary>
    public const string NotText = "exchange.not-text";

    /// <summary>The file has no header, or no row below it. Values: file.</summary>
    public const string NoRows = "exchange.no-rows";

    /// <summary>A column of a list of persons has no header. Values: file, place of the column from 1.</summary>
    public const string HeaderMissing = "exchange.header-missing";

    /// <summary>A header stands twice. Values: file, place of the second from 1.</summary>
    public const string HeaderTwice = "exchange.header-twice";

    /// <summary>The header asked for is not there. Values: files, header asked for.</summary>
    public const string HeaderUnknown = "exchange.header-unknown";

    /// <summary>No column is known to speak of a person. Values: file.</summary>
    public const string NoPersonColumns = "exchange.no-person-columns";

    /// <summary>A row has more or fewer cells than the header. Values: file, row, cells, columns.</summary>
    public const string RowWidth = "exchange.row-width";

    /// <summary>A cell is too long. Values: file, row, header, most letters.</summary>
    public const string CellTooLong = "exchange.cell-too-long";

    /// <summary>A cell holds control characters. Values: file, row, header.</summary>
    public const string CellNotText = "exchange.cell-not-text";

    /// <summary>Quotes do not close, or the row is broken otherwise. Values: file, row.</summary>
    public const string RowBroken = "exchange.row-broken";

    /// <summary>Columns hold too many different values to be released. Values: file, most, the column with the most.</summary>
    public const string TooManyValues = "exchange.too-many-values";

    /// <summary>A row of a list of values is empty, or says again what another said. Values: file, row.</summary>
    public const string ValueWrong = "exchange.value-wrong";

    /// <summary>A result cannot be written. Values: file.</summary>
    public const string CannotWrite = "exchange.cannot-write";

    /// <summary>There is no such column. Values: column, those there are.</summary>
    public const string ColumnUnknown = "exchange.column-unknown";
}
