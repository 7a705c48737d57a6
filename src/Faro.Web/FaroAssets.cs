// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Faro.Web;

/// <summary>The built client part: files with hashed names, compressed when they were built, read straight from this assembly.</summary>
public sealed class FaroAssets
{
    private const string Folder = "/assets/";
    private const string Prefix = "client/";
    private const string Compressed = ".br";

    private readonly Assembly _assembly = typeof(FaroAssets).Assembly;
    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenSet<string> _files;

    public FaroAssets()
    {
        _names = ReadManifest().ToFrozenDictionary(StringComparer.Ordinal);
        _files = _assembly
            .GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(Prefix, StringComparison.Ordinal)
                && name.EndsWith(Compressed, StringComparison.Ordinal)
            )
            .Select(name => name[Prefix.Length..^Compressed.Length])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="name">The source's name: <c>app.css</c>, <c>main.js</c>, <c>favicon.svg</c>, <c>neutral.svg</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such source was built.</exception>
    public string Url(string name) =>
        _names.TryGetValue(name, out var file)
            ? Folder + file
            : throw new ArgumentOutOfRangeException(
                nameof(name),
                name,
                "not among the client's files"
            );

    /// <summary>The text of a built file, for a page that must stand alone.</summary>
    /// <param name="name"><c>app.css</c> or <c>report.js</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such file was built.</exception>
    public string Inline(string name) =>
        Read(_names.GetValueOrDefault(name, name), compressed: false) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : throw new ArgumentOutOfRangeException(
                nameof(name),
                name,
                "not among the client's files"
            );

    /// <summary>A built file, in Brotli as it lies here or as it was before; null when there is none of that name.</summary>
    internal byte[]? Read(string file, bool compressed)
    {
        if (!_files.Contains(file))
        {
            return null;
        }

        using var stream = _assembly.GetManifestResourceStream(Prefix + file + Compressed)!;
        using var bytes = new MemoryStream((int)stream.Length);
        if (compressed)
        {
            stream.CopyTo(bytes);
        }
        else
        {
            using var plain = new BrotliStream(stream, CompressionMode.Decompress);
            plain.CopyTo(bytes);
        }

        return bytes.ToArray();
    }

    private Dictionary<string, string> ReadManifest()
    {
        using var stream =
            _assembly.GetManifestResourceStream(Prefix + "manifest.json")
            ?? throw new InvalidOperationException(
                "Bug in Faro: the client was not built into the assembly"
            );
        using var manifest = JsonDocument.Parse(stream);
        return manifest
            .RootElement.EnumerateObject()
            .ToDictionary(
                entry =>
                    Path.GetFileName(entry.Name).Replace(".ts", ".js", StringComparison.Ordinal),
                entry => entry.Value.GetProperty("file").GetString()!,
                StringComparer.Ordinal
            );
    }
}
