// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Faro.Tests.Support;

/// <summary>
/// Runs a theory once on each database; its first parameter is a <see cref="DatabaseKind"/>, further ones take
/// <paramref name="values"/>. <c>FARO_TEST_DATABASES=sqlite</c> leaves PostgreSQL out; where it is not installed, its row
/// is skipped and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryDatabaseAttribute(params object?[] values) : DataAttribute
{
    public IReadOnlyList<object?> Values => values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        var rows = new List<ITheoryDataRow> { new TheoryDataRow([DatabaseKind.Sqlite, .. values]) };
        if (Environment.GetEnvironmentVariable("FARO_TEST_DATABASES") != "sqlite")
        {
            rows.Add(
                new TheoryDataRow([DatabaseKind.Postgres, .. values])
                {
                    Skip = PostgresServer.IsHere ? null : "PostgreSQL is not installed here",
                }
            );
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
