// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>Which <see cref="FaroDb"/> a service scope sees: the writer's while an operation runs, else one that can only read.</summary>
internal sealed class DbScope(DatabaseEngine engine) : IAsyncDisposable, IDisposable
{
    private FaroDb? _db;

    public FaroDb Db => _db ??= engine.OpenReader();

    public void Use(FaroDb writer) => _db = writer;

    public async ValueTask DisposeAsync()
    {
        if (_db is not null)
        {
            await _db.DisposeAsync();
        }
    }

    public void Dispose() => _db?.Dispose();
}
