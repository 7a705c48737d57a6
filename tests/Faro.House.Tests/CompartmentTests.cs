// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Faro.House.Tests;

/// <summary>Whatever is written in a case lies in a compartment, or it is here and says why not.</summary>
public sealed class CompartmentTests
{
    /// <summary>Rows of a case that carry no words and no answers of hers.</summary>
    private static readonly Dictionary<string, string> Heads = new(StringComparer.Ordinal)
    {
        [nameof(CaseStep)] = "the path, seen with the case",
        [nameof(CaseMember)] = "who works on it",
        [nameof(CaseGrant)] = "who was let in",
        ["ConsentOccasion"] = "read only through the lines of the ledger, which lie in social work",
        ["CaseForm"] = "the person's own record, once more, so that an index finds a rare form",
        ["CaseBatchItem"] = "that a case was among many changed at once, and what came of it",
    };

    [Fact]
    public void Every_row_of_a_case_lies_in_a_compartment_or_says_why_not()
    {
        using var db = new SqliteEngine(
            Path.Combine(Path.GetTempPath(), "unused.db"),
            NullLogger<SqliteEngine>.Instance
        ).OpenReader();
        var outside = db
            .Model.GetEntityTypes()
            .Select(entity => entity.ClrType)
            .Where(type => type.GetProperty("CaseId") is not null)
            .Where(type => !type.IsAssignableTo(typeof(ICaseContent)))
            .Select(type => type.Name)
            .Where(name => !Heads.ContainsKey(name));

        Assert.Empty(outside);
    }
}
