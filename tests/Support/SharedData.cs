// SPDX-License-Identifier: Apache-2.0
namespace Faro.Tests.Support;

/// <summary>Finds the repository and the reference data that may lie beside it.</summary>
internal static class SharedData
{
    public static string Repository { get; } = FindRepository();

    /// <summary>Path of a file under <c>shared/data</c> beside the repository, or skips the test, saying so.</summary>
    public static string FileOrSkip(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data", relative));
        Xunit.Assert.SkipUnless(File.Exists(path), $"shared/data/{relative} is not here");
        return path;
    }

    private static string FindRepository()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Faro.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Bug in Faro: tests run outside the repository");
    }
}
