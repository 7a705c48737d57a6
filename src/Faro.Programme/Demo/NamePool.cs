// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Demo;

/// <summary>Names that invented people may bear.</summary>
internal sealed class NamePool
{
    private readonly ILookup<string, string> _names = DemoFiles
        .Rows("names")
        .ToLookup(row => row["kind"], row => row["name"], StringComparer.Ordinal);

    public NamePool()
    {
        Female = [.. _names["female"]];
        Male = [.. _names["male"]];
        Surnames = [.. _names["surname"]];
        MayanSurnames = [.. _names["mayan"]];
    }

    public IReadOnlyList<string> Female { get; }

    public IReadOnlyList<string> Male { get; }

    public IReadOnlyList<string> Surnames { get; }

    /// <summary>Of K'iche', Mam, Q'eqchi', Kaqchikel and other peoples of Guatemala.</summary>
    public IReadOnlyList<string> MayanSurnames { get; }

    public IEnumerable<string> All => _names.SelectMany(kind => kind);
}
