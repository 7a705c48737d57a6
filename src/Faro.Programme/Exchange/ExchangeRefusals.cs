// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange;

/// <summary>Why a file cannot be taken. Rows are counted as lines of the file, the header is row 1.</summary>
public static class ExchangeRefusals
{
    /// <summary>The file is not there or may not be read. Values: file.</summary>
    public const string FileMissing = "exchange.file-missing";

    /// <summary>The file has no header, or no row below it. No values.</summary>
    public const string FileEmpty = "exchange.file-empty";

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

    /// <summary>A row has more or fewer fields than the header. Values: row, fields, columns.</summary>
    public const string RowLength = "exchange.row-length";

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
}
