// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Faro.Programme.Postgres;

/// <summary>How the migration tool makes a context for this database.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<FaroDb>
{
    public FaroDb CreateDbContext(string[] args) =>
        new(
            PostgresEngine
                .Options()
                .UseNpgsql(
                    "Host=localhost",
                    builder => builder.MigrationsAssembly(GetType().Assembly)
                )
                .Options
        );
}
