// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>The codes of <see cref="LinkageWarning"/>; their words live with the doors.</summary>
public static class LinkageWarningCodes
{
    /// <summary>Fewer kinds of columns could be compared than a safe decision needs. Values: how many there are.</summary>
    public const string FewColumns = "linkage.few-columns";

    /// <summary>Columns that only some of the lists have took no part. Values: how many.</summary>
    public const string ColumnsLeftOut = "linkage.columns-left-out";

    /// <summary>So few matches are expected that the weights rest on little. Values: the expected matches.</summary>
    public const string FewMatches = "linkage.few-matches";

    /// <summary>A blocking rule would have made too many pairs and was not used. Values: the rule.</summary>
    public const string RuleLeftOut = "linkage.rule-left-out";

    /// <summary>Some blocks were too large and were skipped. Values: the rule, records skipped.</summary>
    public const string BlockTooLarge = "linkage.block-too-large";
}
