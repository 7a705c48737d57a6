// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;

namespace Faro.Web.FormParts;

/// <summary>The file that a <see cref="FileField"/> sent.</summary>
/// <param name="Content">Empty when there is none; one byte more than allowed when it is too large.</param>
/// <param name="Name">What its sender calls it.</param>
internal sealed record PostedFile(byte[] Content, string Name)
{
    /// <param name="form">The form that was posted.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="most">Bytes that are allowed: one more tells that it is too large, and the rest need not be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<PostedFile> ReadAsync(
        IFormCollection form,
        string field,
        int most,
        CancellationToken cancellation
    )
    {
        if (form.Files[field] is not { } file)
        {
            return new PostedFile([], "");
        }

        await using var stream = file.OpenReadStream();
        var buffer = new byte[most + 1];
        var read = await stream.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        return new PostedFile(buffer[..read], file.FileName);
    }
}
