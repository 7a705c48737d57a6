// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Programme;

/// <summary>All code lists, read from the program itself the first time one is asked for.</summary>
public static class CodeLists
{
    private const string Folder = "codelists/";
    private const string Ending = ".csv";

    private static readonly Lazy<FrozenDictionary<string, CodeList>> All = new(ReadAll);

    /// <summary>The names of all lists, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names => [.. All.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A list by its name, as in <c>countries</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such list: the name is written wrong in the code.</exception>
    public static CodeList Get(string name) =>
        All.Value.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"Bug in Faro: there is no code list {name}");

    /// <summary>Whether there is such a list; for names that come from outside.</summary>
    public static bool Exists(string name) => All.Value.ContainsKey(name);

    private static FrozenDictionary<string, CodeList> ReadAll()
    {
        var assembly = typeof(CodeLists).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(file => file.StartsWith(Folder, StringComparison.Ordinal))
            .Select(file =>
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(file)!);
                return CodeList.Read(file[Folder.Length..^Ending.Length], text);
            })
            .ToFrozenDictionary(list => list.Name, StringComparer.Ordinal);
    }
}
