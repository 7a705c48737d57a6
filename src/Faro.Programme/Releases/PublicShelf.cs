// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme.Releases;

/// <summary>
/// Something else that an area has published and the public page lists, as closed studies. An area registers its own; the
/// page asks all of them.
/// </summary>
public abstract class PublicShelf
{
    /// <param name="db">To read from; only what everybody may see.</param>
    /// <param name="language">Of the titles.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Newest first.</returns>
    public abstract Task<IReadOnlyList<PublicWork>> ReadAsync(
        FaroDb db,
        CultureInfo language,
        CancellationToken cancellation
    );
}

/// <param name="Title">Names no person.</param>
/// <param name="Path">A page of this site that asks for no sign-in.</param>
/// <param name="On">When it was published; local date.</param>
public sealed record PublicWork(string Title, string Path, DateOnly On);
