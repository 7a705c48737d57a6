// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Faro.Programme.Audit;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Storage;

/// <summary>One transaction that several operations share. Each stands behind a savepoint, so one can fail alone.</summary>
internal sealed class WriteBatch(
    DatabaseEngine engine,
    DbConnection connection,
    DbTransaction transaction,
    AuditChain chain
)
{
    private const string Savepoint = "operation";
    private readonly DbContextOptions<FaroDb> _options = engine.WriterOptionsOf(connection);
    private AuditHead _mark = chain.Head;

    public AuditChain Chain { get; } = chain;

    public FaroDb OpenDb()
    {
        var db = new FaroDb(_options) { IsWriter = true };
        db.Database.UseTransaction(transaction);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    public async Task MarkAsync()
    {
        _mark = Chain.Head;
        await transaction.SaveAsync(Savepoint);
    }

    /// <summary>Back to the mark: what the operation wrote is gone, what came before it stays.</summary>
    public async Task ForgetAsync()
    {
        await transaction.RollbackAsync(Savepoint);
        Chain.Head = _mark;
    }

    public Task KeepAsync() => transaction.ReleaseAsync(Savepoint);
}
