// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Vault;

/// <summary>Takes a file in piece by piece: each is sealed and durable before the next is read.</summary>
internal static class Pieces
{
    /// <param name="file">Read once, to its end.</param>
    /// <param name="bytesEach">Of a full piece.</param>
    /// <param name="take">Takes one, by its index from 0; the bytes are good until it returns. A refusal ends the reading.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The refusal, or null when all was taken.</returns>
    public static async Task<Refusal?> TakeAsync(
        Stream file,
        int bytesEach,
        Func<int, ReadOnlyMemory<byte>, Task<Refusal?>> take,
        CancellationToken cancellation
    )
    {
        var buffer = new byte[bytesEach];
        for (var index = 0; ; index++)
        {
            var read = await file.ReadAtLeastAsync(
                buffer,
                buffer.Length,
                throwOnEndOfStream: false,
                cancellation
            );
            if (read == 0)
            {
                return null;
            }

            if (await take(index, buffer.AsMemory(0, read)) is { } refusal)
            {
                return refusal;
            }
        }
    }
}
