// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Faro.Programme.Cases;
using Faro.Programme.Identification;
using Faro.Programme.Regularisation;
using Xunit;

namespace Faro.Programme.Tests.Cases;

public sealed class DueKindsTests
{
    /// <summary>A list could not be filtered by a kind that has no name, and the supervisor's page would show its code.</summary>
    [Fact]
    public void Every_kind_of_what_is_due_has_a_name_in_the_list_and_the_list_has_no_other()
    {
        var ofRows = typeof(Case)
            .Assembly.GetTypes()
            .Select(type => type.GetField("DueKind", BindingFlags.Public | BindingFlags.Static))
            .Where(field => field is { IsLiteral: true })
            .Select(field => (string)field!.GetRawConstantValue()!)
            .Where(kind => kind != Stay.DueKind);
        var ofStays = MigrationClock
            .All.Select(clock => clock.Code)
            .Where(code => code != MigrationClock.Release)
            .Select(code => Stay.DueKind + code);
        string[] others =
        [
            Determination.ReviewDue,
            Determination.ReflectionDue,
            MigrationSituation.ReleaseDue,
        ];

        Assert.Equal(
            ofRows.Concat(ofStays).Concat(others).Distinct().Order(StringComparer.Ordinal),
            CodeLists
                .Get(DueKinds.List)
                .Entries.Select(entry => entry.Code)
                .Order(StringComparer.Ordinal)
        );
    }
}
