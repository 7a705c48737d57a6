// SPDX-License-Identifier: Apache-2.0
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme;

/// <summary>What an operation has at hand before it waits for the writer: a database that only reads, and services.</summary>
public sealed class Preparation
{
    private readonly IServiceProvider _services;
    private FaroDb? _db;

    internal Preparation(Actor actor, TimeProvider clock, IServiceProvider services) =>
        (Actor, Now, _services) = (actor, clock.GetUtcNow(), services);

    public Actor Actor { get; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Cannot write.</summary>
    public FaroDb Db => _db ??= Get<FaroDb>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
