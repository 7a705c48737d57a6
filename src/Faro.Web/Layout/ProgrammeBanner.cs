// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Layout;

/// <summary>What the frame says of the programme: whether the data are invented, and how titles must be written.</summary>
public sealed class ProgrammeBanner(FaroDb db, FaroOptions options)
{
    /// <summary>Every person and fact is invented.</summary>
    public bool Demo { get; private set; } = options.Demo;

    /// <summary>Page titles must name no subject.</summary>
    public bool NeutralTitles { get; private set; } = true;

    public string Name { get; private set; } = "";

    public async Task ReadAsync()
    {
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
