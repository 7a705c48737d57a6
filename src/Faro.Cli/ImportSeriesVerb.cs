// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Faro.Programme;
using Faro.Programme.Indicators;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary><c>faro import series FILE --code CODE</c>: figures into a context series, which is registered when it is new.</summary>
internal sealed class ImportSeriesVerb
{
    private readonly ImportOptions _import = new();
    private readonly Option<string> _code = new("--code")
    {
        Description = Words.Get("Import.Series.Code"),
        Required = true,
    };
    private readonly Option<string> _nameEs = Said("--name-es");
    private readonly Option<string> _nameEn = Said("--name-en");
    private readonly Option<string> _unit = Said("--unit");
    private readonly Option<string> _territory = Said("--territory");
    private readonly Option<string> _source = Said("--source");
    private readonly Option<string> _sourceUrl = Said("--source-url");
    private readonly Option<string> _licence = Said("--licence");
    private readonly Option<string> _notes = Said("--notes");
    private readonly Option<DateOnly?> _retrievedOn = new("--retrieved-on")
    {
        Description = Words.Get("Import.Series.retrieved-on"),
    };

    public static Command Create()
    {
        var self = new ImportSeriesVerb();
        var verb = new Command("series", Words.Get("Import.Series.Description")) { self._code };
        foreach (var option in self.OfNewSeries())
        {
            verb.Options.Add(option);
        }

        self._import.AddTo(verb);
        verb.SetAction(
            (parsed, cancellation) =>
                self._import.RunAsync(
                    parsed,
                    runsJobs: false,
                    run => self.RunAsync(run, parsed, cancellation),
                    cancellation
                )
        );
        return verb;
    }

    private static Option<string> Said(string name) =>
        new(name)
        {
            Description = Words.Get("Import.Series." + name[2..]),
            DefaultValueFactory = _ => "",
        };

    private IEnumerable<Option> OfNewSeries() =>
        [_nameEs, _nameEn, _unit, _territory, _source, _sourceUrl, _licence, _retrievedOn, _notes];

    private async Task<int> RunAsync(
        ImportRun run,
        ParseResult parsed,
        CancellationToken cancellation
    )
    {
        var code = parsed.GetRequiredValue(_code).Trim();
        var file = await ReadAsync(run.Path, cancellation);
        Guid? known;
        await using (var db = run.Services.GetRequiredService<DatabaseEngine>().OpenReader())
        {
            known = await db
                .Series.Where(series => series.Code == code)
                .Select(series => (Guid?)series.Id)
                .FirstOrDefaultAsync(cancellation);
        }

        // Whoever describes a series means a new one: that its code is taken is for the rule to say.
        var isNew = known is null || OfNewSeries().Any(option => IsSaid(parsed, option));
        var outcome = isNew
            ? await RunAsync<ImportNewSeries, ImportNewSeriesInput>(
                run,
                new ImportNewSeriesInput(Answers(parsed, code), file, run.FileName),
                cancellation
            )
            : await RunAsync<ImportSeries, ImportSeriesInput>(
                run,
                new ImportSeriesInput(known!.Value, null, file, run.FileName),
                cancellation
            );
        if (!outcome.Done)
        {
            return run.Refuse(outcome.Refusals);
        }

        await run.Output.WriteLineAsync(
            run.Json
                ? JsonSerializer.Serialize(
                    new
                    {
                        check = run.Check,
                        series = code,
                        isNew,
                        figures = outcome.Value,
                    },
                    JsonSerializerOptions.Web
                )
                : Words.Get(
                    run.Check ? "Import.Series.WouldDo" : "Import.Series.Done",
                    run.FileName,
                    outcome.Value,
                    code
                )
        );
        return 0;
    }

    private static Task<Outcome<int>> RunAsync<TOperation, TInput>(
        ImportRun run,
        TInput input,
        CancellationToken cancellation
    )
        where TOperation : Operation<TInput, int>
    {
        var operation = run.Services.GetRequiredService<TOperation>();
        return run.Check
            ? operation.RehearseAsync(run.Actor, input, cancellation)
            : operation.RunAsync(run.Actor, input, cancellation);
    }

    private static bool IsSaid(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    private SeriesAnswers Answers(ParseResult parsed, string code) =>
        new(
            code,
            parsed.GetValue(_nameEs)!,
            parsed.GetValue(_nameEn)!,
            parsed.GetValue(_unit)!,
            parsed.GetValue(_territory)!,
            parsed.GetValue(_source)!,
            parsed.GetValue(_sourceUrl)!,
            parsed.GetValue(_licence)!,
            parsed.GetValue(_retrievedOn),
            parsed.GetValue(_notes)!
        );

    /// <summary>One byte more than is allowed tells that it is too large; the rest need not be read.</summary>
    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        var buffer = new byte[SeriesFile.MaxBytes + 1];
        var read = await stream.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        return buffer[..read];
    }
}
