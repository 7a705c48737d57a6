// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Faro.Web;

/// <summary>The built client part, as it lies in this assembly: hashed names, compressed once.</summary>
public sealed class FaroAssets
{
    private const string Folder = "/assets/";
    private const string Prefix = "client/";

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, AssetFile> _files;

    public FaroAssets()
    {
        var assembly = typeof(FaroAssets).Assembly;
        _names = ReadManifest(assembly).ToFrozenDictionary(StringComparer.Ordinal);
        _files = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (Name: name[Prefix.Length..], Bytes: Read(assembly, name)))
            .ToFrozenDictionary(
                file => file.Name,
                file => new AssetFile(file.Bytes, Compress(file.Bytes), ContentType(file.Name)),
                StringComparer.Ordinal
            );
    }

    /// <param name="name">The source's name: <c>app.css</c>, <c>main.js</c>, <c>favicon.svg</c>.</param>
    public string Url(string name) => Folder + _names[name];

    /// <summary>The text of a built file, for a page that must stand alone.</summary>
    /// <param name="name"><c>app.css</c> or <c>report.js</c>.</param>
    public string Inline(string name) =>
        Encoding.UTF8.GetString(_files[_names.GetValueOrDefault(name, name)].Plain);

    internal AssetFile? Find(string file) => _files.GetValueOrDefault(file);

    private static Dictionary<string, string> ReadManifest(Assembly assembly)
    {
        using var manifest = JsonDocument.Parse(Read(assembly, Prefix + "manifest.json"));
        return manifest
            .RootElement.EnumerateObject()
            .ToDictionary(
                entry =>
                    Path.GetFileName(entry.Name).Replace(".ts", ".js", StringComparison.Ordinal),
                entry => entry.Value.GetProperty("file").GetString()!,
                StringComparer.Ordinal
            );
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(
                $"Bug in Faro: {name} was not built into the assembly"
            );
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Compress(byte[] plain)
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Optimal))
        {
            brotli.Write(plain);
        }

        return small.ToArray();
    }

    private static string ContentType(string name) =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
}

/// <summary>One file, as it is and in Brotli.</summary>
internal sealed record AssetFile(byte[] Plain, byte[] Brotli, string ContentType);
