// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>
/// Which <see cref="FaroDb"/> a service scope sees: the operation's own while one runs, else one that can only read. Each
/// who asks gets a reader of their own, since the parts of a page read at the same time and a context serves one at a
/// time; the scope that made them disposes of them.
/// </summary>
internal sealed class DbScope(DatabaseEngine engine) : IAsyncDisposable, IDisposable
{
    private FaroDb? _own;

    public FaroDb Db => _own ?? engine.OpenReader();

    public void Use(FaroDb own) => _own = own;

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    public void Dispose() => _own?.Dispose();
}
