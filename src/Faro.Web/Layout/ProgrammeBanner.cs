// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Layout;

/// <summary>What the frame says of the programme: whether the data are invented, and how titles must be written.</summary>
public sealed class ProgrammeBanner(DatabaseEngine engine, FaroOptions options)
{
    private Task? _reading;

    /// <summary>Every person and fact is invented.</summary>
    public bool Demo { get; private set; } = options.Demo;

    /// <summary>Page titles must name no subject.</summary>
    public bool NeutralTitles { get; private set; } = true;

    public string Name { get; private set; } = "";

    /// <summary>
    /// Once a request, and from a database of its own: frame, title and page render at the same time, and one context
    /// cannot answer two at once.
    /// </summary>
    public Task ReadAsync() => _reading ??= ReadOnceAsync();

    private async Task ReadOnceAsync()
    {
        await using var db = engine.OpenReader();
        var profile = await db
            .Profiles.Select(row => new
            {
                row.Demo,
                row.NeutralTitles,
                row.Name,
            })
            .FirstOrDefaultAsync();
        if (profile is not null)
        {
            (Demo, NeutralTitles, Name) = (
                profile.Demo || options.Demo,
                profile.NeutralTitles,
                profile.Name
            );
        }
    }
}
