// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Demo;

/// <summary>Why a demonstration does not start, or does not take place.</summary>
public static class DemoRefusals
{
    /// <summary>The folder holds something else: perhaps real data. Values: the folder.</summary>
    public const string NotADemo = "demo.not-a-demo";

    /// <summary>Another demonstration runs on it. Values: the folder.</summary>
    public const string InUse = "demo.in-use";

    /// <summary>The PostgreSQL database holds something else than this folder's demonstration.</summary>
    public const string DatabaseNotEmpty = "demo.database-not-empty";

    /// <summary>Invented people enter a demonstration only.</summary>
    public const string OnlyInDemo = "demo.only-in-demo";
}
