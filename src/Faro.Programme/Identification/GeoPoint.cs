// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification;

/// <summary>A point on the map (WGS 84). Its text shows nothing: it may be somebody's door.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record GeoPoint(decimal Latitude, decimal Longitude)
{
    public const int MostNorth = 90;
    public const int MostEast = 180;

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "•••";
}
