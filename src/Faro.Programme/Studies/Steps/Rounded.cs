// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Steps;

/// <summary>
/// Estimates as a figure may show them: two digits, never finer than ten. More would be noise, and many methods told exactly
/// could be solved for the counts that are hidden.
/// </summary>
internal static class Rounded
{
    private const double Finest = 10;

    public static long? Nearest(double? value) => Round(value, Math.Round);

    public static long? Down(double? value) => Round(value, Math.Floor);

    public static long? Up(double? value) => Round(value, Math.Ceiling);

    private static long? Round(double? value, Func<double, double> way)
    {
        if (value is not { } number)
        {
            return null;
        }

        var unit = Math.Max(
            Finest,
            Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, Math.Abs(number)))) - 1)
        );
        return (long)(way(number / unit) * unit);
    }
}
