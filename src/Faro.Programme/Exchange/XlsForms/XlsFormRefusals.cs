// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.XlsForms;

/// <summary>What can be wrong with an XLSForm once its sheets are read.</summary>
/// <remarks>The words get: {0} file, {1} sheet, {2} row, {3} column letters, then what is named here.</remarks>
public static class XlsFormRefusals
{
    /// <summary>{4} the sheet's name.</summary>
    public const string SheetMissing = "xlsform.sheet-missing";

    /// <summary>{4} the column's name.</summary>
    public const string ColumnMissing = "xlsform.column-missing";

    /// <summary>A column of the standard that is filled in but not understood here. {4} its name.</summary>
    public const string ColumnUnsupported = "xlsform.column-unsupported";
    public const string SettingMissing = "xlsform.setting-missing";
    public const string CodeMalformed = "xlsform.code-malformed";
    public const string TypeUnsupported = "xlsform.type-unsupported";
    public const string NameMalformed = "xlsform.name-malformed";
    public const string NameTwice = "xlsform.name-twice";

    /// <summary>{4} the language.</summary>
    public const string WordsMissing = "xlsform.words-missing";
    public const string WordsWithReference = "xlsform.words-with-reference";
    public const string ListUnknown = "xlsform.list-unknown";
    public const string ChoiceMalformed = "xlsform.choice-malformed";
    public const string ChoiceTwice = "xlsform.choice-twice";
    public const string GroupNotClosed = "xlsform.group-not-closed";
    public const string GroupNotOpen = "xlsform.group-not-open";
    public const string ExpressionBroken = "xlsform.expression-broken";
    public const string ExpressionMissing = "xlsform.expression-missing";

    /// <summary>An expression asks a question that there is not.</summary>
    public const string QuestionUnknown = "xlsform.question-unknown";

    /// <summary>{4} the function.</summary>
    public const string FunctionUnknown = "xlsform.function-unknown";
    public const string NoQuestions = "xlsform.no-questions";
}
