// SPDX-License-Identifier: Apache-2.0
using Faro.Tests.Support;

namespace Faro.Programme.Tests.Casework;

/// <summary>What tests of daily work have in common.</summary>
internal static class CaseworkSteps
{
    public static DateOnly Today(this TestProgramme programme) =>
        DateOnly.FromDateTime(programme.Clock.GetLocalNow().DateTime);
}
