// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Faro.Programme.Sqlite;

/// <summary>How the migration tool makes a context for this database.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<FaroDb>
{
    public FaroDb CreateDbContext(string[] args) =>
        new(
            SqliteEngine
                .Options()
                .UseSqlite(
                    "Data Source=:memory:",
                    builder => builder.MigrationsAssembly(GetType().Assembly)
                )
                .Options
        );
}
