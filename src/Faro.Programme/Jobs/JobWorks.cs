// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme.Jobs;

/// <summary>Every kind of work that this Faro can do.</summary>
public sealed class JobWorks(IEnumerable<JobWork> works)
{
    private readonly FrozenDictionary<string, JobWork> _byKind = works.ToFrozenDictionary(
        work => work.Kind,
        StringComparer.Ordinal
    );

    /// <returns>Null when there is none of this kind.</returns>
    public JobWork? Find(string kind) => _byKind.GetValueOrDefault(kind);
}

/// <summary>Brings a kind of work into the programme.</summary>
public static class JobWorkRegistration
{
    public static IServiceCollection AddJobWork<T>(this IServiceCollection services)
        where T : JobWork => services.AddSingleton<JobWork, T>();

    /// <summary>Runs queued jobs in this process; a host that only asks for jobs leaves it out.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services) =>
        services.AddHostedService<JobRunner>();
}
