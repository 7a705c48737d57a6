// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;

namespace Faro.Browser.Tests.Screening;

/// <summary>The network between a browser and the server, that a test can cut and mend: always at the same address.</summary>
internal sealed class Cable(Uri server) : IAsyncDisposable
{
    private readonly List<TcpClient> _open = [];
    private readonly Lock _lock = new();
    private TcpListener? _listener;
    private int _port;
    private bool _isCut;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public Cable Mend()
    {
        _isCut = false;
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
        return this;
    }

    public void Cut()
    {
        _listener?.Stop();
        lock (_lock)
        {
            _isCut = true;
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        _listener?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return; // it was cut
            }
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(server.Host, server.Port);
            lock (_lock)
            {
                // Whoever was just connecting is cut off too.
                (_isCut ? [near, far] : new List<TcpClient>()).ForEach(client => client.Dispose());
                _open.AddRange([near, far]);
            }

            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream()),
                far.GetStream().CopyToAsync(near.GetStream())
            );
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut in the middle of something: that is what it is for.
        }

        near.Dispose();
    }
}
