// SPDX-License-Identifier: Apache-2.0
namespace Faro.Cli;

/// <summary>Why <c>faro link</c> cannot do as asked.</summary>
internal static class LinkRefusals
{
    /// <summary>The file holds no linkage model. Values: file.</summary>
    public const string ModelUnreadable = "link.model-unreadable";

    /// <summary>The model was learnt on other columns. Values: file.</summary>
    public const string ModelOfOtherColumns = "link.model-of-other-columns";

    /// <summary>Some list does not have the column of the truth. Values: file, header.</summary>
    public const string TruthMissing = "link.truth-missing";
}
