// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>Files that nobody but their owner may read: keys, codes, tokens, copies of the data.</summary>
internal static class OwnerFile
{
    /// <param name="file">Its folder is there.</param>
    /// <param name="mode">A file that is there keeps the mode it has.</param>
    public static FileStream Open(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }

    /// <summary>Whole or not at all: a new file, flushed to the disk, takes the place of the old.</summary>
    public static void Replace(string file, Action<Stream> write)
    {
        var fresh = file + ".new";
        File.Delete(fresh);
        using (var stream = Open(fresh, FileMode.CreateNew))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
    }
}
