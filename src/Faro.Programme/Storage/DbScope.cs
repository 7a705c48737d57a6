// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>
/// Which <see cref="FaroDb"/> a service scope sees: the writer's while an operation runs, else one that can only read. Each
/// who asks gets a reader of their own, since the parts of a page read at the same time and a context serves one at a
/// time; the scope that made them disposes of them.
/// </summary>
internal sealed class DbScope(DatabaseEngine engine) : IAsyncDisposable, IDisposable
{
    private FaroDb? _writer;

    public FaroDb Db => _writer ?? engine.OpenReader();

    public void Use(FaroDb writer) => _writer = writer;

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }
    }

    public void Dispose() => _writer?.Dispose();
}
