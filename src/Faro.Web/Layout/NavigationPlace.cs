// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;

namespace Faro.Web.Layout;

/// <summary>One place in the bar at the top: shown to whom it opens.</summary>
/// <param name="Path">Its page; also marks the place as current for every page beneath.</param>
/// <param name="Word">The key of its words in <see cref="Text"/>.</param>
/// <param name="Asks">The permission of its page.</param>
internal sealed record NavigationPlace(string Path, string Word, Permission Asks)
{
    public static readonly IReadOnlyList<NavigationPlace> All =
    [
        new("/", "Nav.Today", Permissions.OwnAccount),
        new("/casos", "Nav.Cases", Permissions.ViewCases),
        new("/personas", "Nav.People", Permissions.ViewPeople),
        new("/directorio", "Nav.Agencies", Permissions.ViewAgencies),
        new("/indicadores", "Nav.Indicators", Permissions.ViewIndicators),
        new("/estadisticas", "Nav.Statistics", Permissions.ViewStatistics),
        new("/estudios", "Nav.Studies", Permissions.ViewStudies),
        new("/auditoria", "Nav.Audit", Permissions.ViewAudit),
        new("/usuarios", "Nav.Users", Permissions.ManageUsers),
        new("/ajustes", "Nav.Settings", Permissions.ManageSettings),
    ];

    public bool IsCurrent(string path) =>
        Path == "/"
            ? path == "/"
            : path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}
