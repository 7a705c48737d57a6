// SPDX-License-Identifier: Apache-2.0
namespace Faro.Cli;

/// <summary>Why a table is neither protected nor attacked.</summary>
internal static class ProtectVerbRefusals
{
    /// <summary>Values: what is wrong with it.</summary>
    public const string TableWrong = "protect-verb.table-wrong";

    /// <summary>Runs with and without the record are not as many, or too few.</summary>
    public const string RunsWrong = "protect-verb.runs-wrong";
}
