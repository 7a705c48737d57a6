// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Audit;
using Faro.Programme.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme;

/// <summary>One operation while it runs: its database, its actor, its clock, and what the audit will say of it.</summary>
public sealed class Act
{
    private readonly List<AuditNote> _notes = [];
    private readonly List<Action> _afterCommit = [];
    private readonly IServiceProvider _services;

    internal Act(FaroDb db, Actor actor, TimeProvider clock, IServiceProvider services)
    {
        (Db, Actor, Clock, _services) = (db, actor, clock, services);
        Now = clock.GetUtcNow();
    }

    /// <summary>
    /// Writes here are kept when the operation is done and forgotten when it is refused; a
    /// <see cref="ReadingOperation{TInput,TResult}"/> cannot write.
    /// </summary>
    public FaroDb Db { get; }

    public Actor Actor { get; }

    public TimeProvider Clock { get; }

    /// <summary>UTC; one moment for the whole operation.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The local date of <see cref="Now"/>.</summary>
    public DateOnly Today => Now.LocalDay(Clock);

    public SealingVault Vault => Get<SealingVault>();

    internal bool KeptWhenRefused { get; private set; }

    internal IReadOnlyList<AuditNote> Notes => _notes;

    internal IReadOnlyList<Action> Afterwards => _afterCommit;

    /// <summary>A service of the operation's own scope: its database is <see cref="Db"/>.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A new id that sorts by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>
    /// Says in the audit what the operation touched. Call it once per subject; an operation that never calls it is
    /// written with no subject.
    /// </summary>
    /// <param name="subjectKind">The noun, as in <c>person</c>.</param>
    /// <param name="subjectId">Its id; never a name or number of a person.</param>
    /// <param name="details">Codes and ids only, never a person's answer.</param>
    public void Note(
        string subjectKind,
        Guid? subjectId,
        params ReadOnlySpan<(string Key, string Value)> details
    )
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in details)
        {
            pairs.Add(key, value);
        }

        _notes.Add(new AuditNote(subjectKind, subjectId, pairs));
    }

    /// <summary>
    /// What was written and noted stays although a refusal is returned: a wrong password must count. Said right before
    /// returning that refusal, and by nobody who has changed anything else.
    /// </summary>
    public void KeepWhenRefused() => KeptWhenRefused = true;

    /// <summary>Runs once the operation is durable; forgotten when it is refused. Must be short and must not throw.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);
}
