// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Xml.Linq;
using Faro.Disclosure;
using Faro.Estimation;
using Faro.Linkage;
using Faro.Programme;
using Faro.Programme.Postgres;
using Faro.Programme.Sqlite;
using Faro.Tests.Support;
using Faro.Web;

namespace Faro.House.Tests;

/// <summary>The house as these tests see it: its assemblies, its files, its words.</summary>
internal static class House
{
    public static readonly IReadOnlyDictionary<string, Assembly> Assemblies = new Dictionary<
        string,
        Assembly
    >(StringComparer.Ordinal)
    {
        ["Faro.Linkage"] = typeof(Linker).Assembly,
        ["Faro.Estimation"] = typeof(Estimate).Assembly,
        ["Faro.Disclosure"] = typeof(Publish).Assembly,
        ["Faro.Programme"] = typeof(FaroDb).Assembly,
        ["Faro.Programme.Sqlite"] = typeof(SqliteEngine).Assembly,
        ["Faro.Programme.Postgres"] = typeof(PostgresEngine).Assembly,
        ["Faro.Web"] = typeof(FaroServer).Assembly,
        ["faro"] = Assembly.Load("faro"),
    };

    /// <summary>Types that somebody wrote, without what compilers add.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type =>
                type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>()
                    is null
                && !type.FullName!.Contains('<', StringComparison.Ordinal)
                && !type.FullName.Contains(".Migrations.", StringComparison.Ordinal)
                && type.Namespace?.StartsWith("Faro", StringComparison.Ordinal) == true
            );

    /// <summary>Tracked kinds of text under the given folders of the repository, without what is built.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        folders
            .Select(folder => Path.Combine(SharedData.Repository, folder))
            .Where(Directory.Exists)
            .SelectMany(folder =>
                Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            )
            .Where(file => !IsBuilt(file))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(SharedData.Repository, file);

    /// <summary>Keys and texts of a resource file, in the order of the file.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Words(string file) =>
        [
            .. XDocument
                .Load(file)
                .Root!.Elements("data")
                .Select(data =>
                    KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value)
                ),
        ];

    private static bool IsBuilt(string file)
    {
        string[] built =
        [
            "/bin/",
            "/obj/",
            "/node_modules/",
            "/dist/",
            "/Migrations/",
            "/BenchmarkDotNet.Artifacts/",
        ];
        return built.Any(folder => file.Contains(folder, StringComparison.Ordinal));
    }
}
