// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access;

/// <summary>Refusals of the Access area.</summary>
public static class AccessRefusals
{
    /// <summary>The person is known but this is not for them.</summary>
    public const string NotAllowed = "access.not-allowed";
}
