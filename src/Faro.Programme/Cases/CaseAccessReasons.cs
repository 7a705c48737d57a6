// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Cases;

/// <summary>Why somebody sees a case that is not theirs: codes of the list <c>case-access-reasons</c>.</summary>
public static class CaseAccessReasons
{
    public const string List = "case-access-reasons";
    public const string BreakGlass = "break-glass";
    public const string Consent = "consent";
}
