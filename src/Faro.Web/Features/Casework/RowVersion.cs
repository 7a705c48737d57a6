// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Casework.Tasks;

namespace Faro.Web.Features.Casework;

/// <summary>A row as it was on the screen: what the button beside it posts, as in <c>0198…:3</c>.</summary>
internal readonly record struct RowVersion(Guid Id, int Version)
{
    /// <summary>What is none leads to no row.</summary>
    public static RowVersion Parse(string? text)
    {
        var parts = (text ?? "").Split(':');
        return
            parts.Length == 2
            && Guid.TryParse(parts[0], out var id)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var version)
            ? new RowVersion(id, version)
            : default;
    }

    public MarkTaskInput Marked(string state) => new(Id, Version, state);
}
