// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;

namespace Faro.Programme.Demo;

/// <summary>The invented story itself, as files inside the program: no word of it stands in code.</summary>
internal static class DemoFiles
{
    private const string Folder = "demo/";

    /// <summary>Rows of a file, as text by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name) =>
        DataRows.Read(Open(name + ".csv"));

    /// <summary>A text, or an empty one when the story has none.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(Folder + name);
        if (stream is null)
        {
            return "";
        }

        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    /// <summary>SHA-256 of the whole story, hexadecimal.</summary>
    public static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var name in typeof(DemoFiles)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = Open(name[Folder.Length..]);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(bytes.ToArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Stream Open(string name) =>
        typeof(DemoFiles).Assembly.GetManifestResourceStream(Folder + name)
        ?? throw new InvalidOperationException($"Bug in Faro: the demo has no file {name}");
}
