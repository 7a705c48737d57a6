// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Exchange;
using Faro.Programme.Studies.Files;
using Faro.Programme.Studies.Report;
using Faro.Web.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary><c>faro study run FILE.yml --out DIR</c>: from agencies' lists to a report, on files alone.</summary>
internal static class StudyVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Words.Get("Study.File") };
        var folder = new Option<string>("--out")
        {
            Description = Words.Get("Study.Out"),
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = Words.Get("Study.Json") };
        var run = new Command("run", Words.Get("Study.Run")) { file, folder, json };
        run.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(folder),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return new Command("study", Words.Get("Study.Description")) { run };
    }

    private static async Task<int> RunAsync(
        string path,
        string folder,
        bool json,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(path))
        {
            return await RefuseAsync(path, [new Refusal(ExchangeRefusals.FileMissing, "", path)]);
        }

        using var text = File.OpenText(path);
        var file = StudyFile.Read(text);
        if (!file.Done)
        {
            return await RefuseAsync(path, file.Refusals);
        }

        var line = Console.IsErrorRedirected ? null : new StudyProgressLine();
        var report = await Task.Run(
            () =>
                new StudyFileRun(TimeProvider.System).Run(
                    file.Value,
                    Path.GetDirectoryName(Path.GetFullPath(path))!,
                    line is null ? null : line.Report,
                    cancellation
                ),
            cancellation
        );
        line?.Clear();
        if (!report.Done)
        {
            return await RefuseAsync(path, report.Refusals);
        }

        return await WriteAsync(report.Value, folder, json, cancellation);
    }

    private static async Task<int> WriteAsync(
        StudyReport report,
        string folder,
        bool json,
        CancellationToken cancellation
    )
    {
        try
        {
            var files = await StudyOutput.WriteAsync(report, folder, cancellation);
            await Console.Out.WriteLineAsync(
                json
                    ? StudyOutput.Json(report, files)
                    : string.Join(
                        Environment.NewLine,
                        files.Select(file => Path.Combine(folder, file))
                    )
            );
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(
                folder,
                [new Refusal(ExchangeRefusals.CannotWrite, "", folder)]
            );
        }
    }

    /// <summary>The words are those of the screens: a file damaged here is damaged there.</summary>
    private static async Task<int> RefuseAsync(string path, IReadOnlyList<Refusal> refusals)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Words.Culture;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddSingleton<RefusalWords>()
            .BuildServiceProvider();
        var words = services.GetRequiredService<RefusalWords>();
        foreach (var refusal in refusals)
        {
            var said = words.Get(refusal);
            if (said == refusal.Code)
            {
                said = Words.Get(refusal.Code, [.. refusal.Values]);
            }

            var place = refusal.Field.Length > 0 ? refusal.Field : path;
            await Console.Error.WriteLineAsync($"{place}: {said} [{refusal.Code}]");
        }

        return 1;
    }
}

/// <summary>One line on the terminal that tells the step and overwrites itself.</summary>
internal sealed class StudyProgressLine
{
    private readonly Lock _turn = new();
    private int _width;

    public void Report(string step, double share)
    {
        lock (_turn)
        {
            var line = Words.Get("Study.Step." + step, share);
            _width = Math.Max(_width, line.Length);
            Console.Error.Write($"\r{line.PadRight(_width)}");
        }
    }

    public void Clear() => Console.Error.Write($"\r{new string(' ', _width)}\r");
}
