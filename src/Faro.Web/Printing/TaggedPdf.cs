// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Faro.Web.Printing;

/// <summary>Prints a document to a tagged PDF with the Chromium that is installed here, as a process of its own.</summary>
/// <remarks>The document fetches nothing: every name resolves to nowhere, and the profile is empty and thrown away.</remarks>
public sealed class TaggedPdf : IDisposable
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];

    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    /// <summary>Milliseconds of page time in which the charts are drawn.</summary>
    private const int DrawingTime = 10_000;

    /// <summary>One at a time: each takes some hundred megabytes.</summary>
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether there is a Chromium on the path.</summary>
    public static bool IsAvailable => Find() is not null;

    public void Dispose() => _one.Dispose();

    /// <param name="html">A document that stands alone, from <see cref="AloneHtml"/>.</param>
    /// <param name="file">Where the PDF goes; an older one is replaced.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <returns>False when there is no Chromium, or it could not print: the print view remains.</returns>
    public async Task<bool> PrintAsync(
        string html,
        string file,
        CancellationToken cancellation = default
    )
    {
        if (Find() is not { } browser)
        {
            return false;
        }

        await _one.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("faro-print-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            var printed = Path.Combine(folder.FullName, "page.pdf");
            await File.WriteAllTextAsync(page, html, Encoding.UTF8, cancellation);
            if (!await RunAsync(browser, folder.FullName, page, printed, cancellation))
            {
                return false;
            }

            File.Copy(printed, file, overwrite: true);
            return true;
        }
        finally
        {
            Remove(folder);
            _one.Release();
        }
    }

    /// <summary>As <see cref="PrintAsync"/>, for whoever hands it on at once: nothing stays on the disk.</summary>
    /// <returns>Null when it could not be printed.</returns>
    public async Task<byte[]?> BytesAsync(string html, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"faro-{Path.GetRandomFileName()}.pdf");
        try
        {
            return await PrintAsync(html, file, cancellation)
                ? await File.ReadAllBytesAsync(file, cancellation)
                : null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<bool> RunAsync(
        string browser,
        string folder,
        string page,
        string printed,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo(browser)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["HOME"] = folder;
        foreach (var argument in Arguments(folder, page, printed))
        {
            start.ArgumentList.Add(argument);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(AtMost);
        using var process = Start(start);
        if (process is null)
        {
            return false;
        }

        try
        {
            // What Chromium says is of its own health, and reading it keeps its pipes from filling up.
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token),
                process.StandardError.ReadToEndAsync(limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return process.ExitCode == 0 && File.Exists(printed);
    }

    private static IEnumerable<string> Arguments(string folder, string page, string printed)
    {
        yield return "--headless";
        yield return $"--user-data-dir={Path.Combine(folder, "profile")}";
        yield return $"--print-to-pdf={printed}";
        yield return "--no-pdf-header-footer";
        yield return "--export-tagged-pdf";
        yield return "--generate-pdf-document-outline";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return "--disable-gpu";
        yield return "--disable-dev-shm-usage";
        yield return "--disable-extensions";
        yield return "--disable-background-networking";
        yield return "--no-first-run";
        yield return "--window-size=760,1000";
        yield return "--force-prefers-reduced-motion";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"--virtual-time-budget={DrawingTime}"
        );
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Chromium refuses to be root inside its sandbox; a service runs as a user of its own and keeps it.
            yield return "--no-sandbox";
        }

        yield return new Uri(page).AbsoluteUri;
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // It lies on the path and cannot be run: as good as none.
            return null;
        }
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names, Path.Combine)
            .FirstOrDefault(File.Exists);

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the killed browser may still hold a file; the system's own cleaning takes the rest.
        }
    }
}
