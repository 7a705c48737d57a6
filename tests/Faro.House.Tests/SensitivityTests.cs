// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Sqlite;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Faro.House.Tests;

/// <summary>Every column says how much it can hurt.</summary>
public sealed class SensitivityTests
{
    [Fact]
    public void Every_column_states_its_sensitivity()
    {
        using var db = Model();
        var silent = db
            .Model.GetEntityTypes()
            .Where(entity => !entity.IsMappedToJson())
            .SelectMany(entity => entity.GetProperties())
            .Where(column => SensitivityMarks.SensitivityOf(column) is null);
        Assert.Empty(
            silent.Select(column => $"{column.DeclaringType.DisplayName()}.{column.Name}")
        );
    }

    [Fact]
    public void Sealed_columns_hold_bytes_or_secrets_of_identity_alone()
    {
        using var db = Model();
        var readable = db
            .Model.GetEntityTypes()
            .Where(entity =>
                entity.ClrType.Namespace?.StartsWith("Faro", StringComparison.Ordinal) == true
            )
            .SelectMany(entity => entity.GetProperties())
            .Where(column => SensitivityMarks.SensitivityOf(column) == Sensitivity.Sealed)
            .Where(column => column.ClrType != typeof(byte[]))
            .Where(column =>
                column.Name is not ("PasswordHash" or "SecurityStamp" or "RecoveryPrints")
            );
        Assert.Empty(
            readable.Select(column => $"{column.DeclaringType.DisplayName()}.{column.Name}")
        );
    }

    private static FaroDb Model() =>
        new SqliteEngine(
            Path.Combine(Path.GetTempPath(), "unused.db"),
            NullLogger<SqliteEngine>.Instance
        ).OpenReader();
}
