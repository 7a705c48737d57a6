// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Programme;
using Faro.Programme.Exchange;
using Faro.Programme.Studies.Files;
using Faro.Programme.Studies.Report;

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
            return Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.FileMissing, "", path)],
                path
            );
        }

        using var text = File.OpenText(path);
        var file = StudyFile.Read(text);
        if (!file.Done)
        {
            return Words.Refuse(Console.Error, file.Refusals, path);
        }

        var line = ProgressLine.OnTerminal();
        var report = await Task.Run(
            () =>
                new StudyFileRun(TimeProvider.System).Run(
                    file.Value,
                    Path.GetDirectoryName(Path.GetFullPath(path))!,
                    line is null
                        ? null
                        : (step, share) => line.Show(Words.Get("Study.Step." + step, share)),
                    cancellation
                ),
            cancellation
        );
        line?.Clear();
        if (!report.Done)
        {
            return Words.Refuse(Console.Error, report.Refusals, path);
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
            return Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.CannotWrite, "", folder)],
                folder
            );
        }
    }
}
