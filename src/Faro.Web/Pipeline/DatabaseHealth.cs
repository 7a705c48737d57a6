// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Faro.Web.Pipeline;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseHealth(FaroDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
}
