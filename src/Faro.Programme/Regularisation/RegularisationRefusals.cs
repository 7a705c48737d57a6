// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Regularisation;

/// <summary>What the rules of migration matters say no with.</summary>
public static class RegularisationRefusals
{
    public const string NoSuchMove = "stay.no-such-move";
    public const string RelativeMissing = "stay.relative-missing";

    /// <summary>Visas for relatives are for ascendants and descendants in first degree (LG 78).</summary>
    public const string NotFirstDegree = "stay.not-first-degree";
    public const string UntilMissing = "stay.until-missing";
    public const string EndReasonMissing = "stay.end-reason-missing";

    /// <summary>She may stay until the criminal process ends (LG 75).</summary>
    public const string ProcessRunning = "stay.process-running";
    public const string KindIsFixed = "stay.kind-is-fixed";
}
