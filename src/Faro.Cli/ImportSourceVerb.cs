// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Faro.Programme;
using Faro.Programme.Storage;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary><c>faro import source FILE --study ID --kind KIND --name NAME</c>: a list, table or microdata into a study.</summary>
internal sealed class ImportSourceVerb
{
    private readonly ImportOptions _import = new();
    private readonly Option<string> _study = Must("--study");
    private readonly Option<string> _kind = Must("--kind");
    private readonly Option<string> _name = Must("--name");
    private readonly Option<string> _agency = Said("--agency");
    private readonly Option<string> _origin = Said("--origin");
    private readonly Option<string> _licence = Said("--licence");
    private readonly Option<string> _citation = Said("--citation");
    private readonly Option<DateOnly?> _retrievedOn = new("--retrieved-on")
    {
        Description = Words.Get("Import.Source.retrieved-on"),
    };
    private readonly Option<int> _sheet = new("--sheet")
    {
        Description = Words.Get("Import.Source.sheet"),
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<string[]> _column = new("--column")
    {
        Description = Words.Get("Import.Source.column"),
    };

    private ImportSourceVerb()
    {
        _kind.AcceptOnlyFromAmong([.. SourceKinds.All.Where(kind => kind != SourceKinds.Register)]);
        _column.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(each => !IsColumn(each.Value)))
            {
                result.AddError(Words.Get("Import.Source.ColumnWrong", token.Value));
            }
        });
    }

    public static Command Create()
    {
        var self = new ImportSourceVerb();
        var verb = new Command("source", Words.Get("Import.Source.Description"))
        {
            self._study,
            self._kind,
            self._name,
            self._agency,
            self._origin,
            self._retrievedOn,
            self._licence,
            self._citation,
            self._sheet,
            self._column,
        };
        self._import.AddTo(verb);
        verb.SetAction(
            (parsed, cancellation) =>
                self._import.RunAsync(
                    parsed,
                    runsJobs: true,
                    run => self.RunAsync(run, parsed, cancellation),
                    cancellation
                )
        );
        return verb;
    }

    private static Option<string> Must(string name) =>
        new(name) { Description = Words.Get("Import.Source." + name[2..]), Required = true };

    private static Option<string> Said(string name) =>
        new(name)
        {
            Description = Words.Get("Import.Source." + name[2..]),
            DefaultValueFactory = _ => "",
        };

    private static bool IsColumn(string text) => text.IndexOf('=', StringComparison.Ordinal) > 0;

    private async Task<int> RunAsync(
        ImportRun run,
        ParseResult parsed,
        CancellationToken cancellation
    )
    {
        var input = await InputAsync(run, parsed, cancellation);
        if (!input.Done)
        {
            return run.Refuse(input.Refusals);
        }

        var order = new SourceFileOrder(
            run.FileName,
            input.Value.Kind,
            parsed.GetValue(_sheet),
            Columns(parsed.GetValue(_column) ?? [])
        );
        var import = run.Services.GetRequiredService<SourceImport>();
        var line = ProgressLine.OnTerminal();
        await using var stream = File.OpenRead(run.Path);
        var seen = await Shown(
            Task.Run(
                () => import.CheckAsync(run.Actor, input.Value, order, stream, cancellation),
                cancellation
            ),
            "Import.Source.Checking"
        );
        if (!seen.Done)
        {
            return run.Refuse(seen.Refusals);
        }

        if (run.Check)
        {
            return await PrintAsync(run, input.Value, seen.Value, null);
        }

        var sent = await Shown(
            import.SendAsync(run.Actor, input.Value, seen.Value.Mapping, stream, cancellation),
            "Import.Source.Sending"
        );
        if (!sent.Done)
        {
            return run.Refuse(sent.Refusals);
        }

        var loaded = await ImportLoad.WaitAsync(run, sent.Value, line, cancellation);
        return loaded.Done
            ? await PrintAsync(run, input.Value, seen.Value, sent.Value.SourceId)
            : run.Refuse(loaded.Refusals);

        // The place in the file is read while another thread reads the file: for the eye that is near enough.
        async Task<T> Shown<T>(Task<T> work, string words)
        {
            if (line is not null)
            {
                await line.ShowWhileAsync(
                    work,
                    () => Words.Get(words, (double)stream.Position / Math.Max(1, stream.Length))
                );
            }

            return await work;
        }
    }

    private async Task<Outcome<AddSourceInput>> InputAsync(
        ImportRun run,
        ParseResult parsed,
        CancellationToken cancellation
    )
    {
        await using var db = run.Services.GetRequiredService<DatabaseEngine>().OpenReader();
        var study = await StudyAsync(
            db,
            run.Actor,
            parsed.GetRequiredValue(_study).Trim(),
            cancellation
        );
        if (study is null)
        {
            return new Refusal(StudyRefusals.NotFound, "Study");
        }

        var named = parsed.GetValue(_agency)!.Trim();
        var agency = await db
            .Agencies.Where(each => each.ShortName == named || each.Name == named)
            .Select(each => (Guid?)each.Id)
            .FirstOrDefaultAsync(cancellation);
        if (named.Length > 0 && agency is null)
        {
            return new Refusal(SourceRefusals.AgencyUnknown, "Agency");
        }

        var clock = run.Services.GetRequiredService<TimeProvider>();
        var facts = new SourceFacts
        {
            Name = parsed.GetRequiredValue(_name),
            AgencyId = agency,
            Origin = parsed.GetValue(_origin)!,
            RetrievedOn = parsed.GetValue(_retrievedOn) ?? clock.Today(),
            Licence = parsed.GetValue(_licence)!,
            Citation = parsed.GetValue(_citation)!,
        };
        return new AddSourceInput(study.Value, parsed.GetRequiredValue(_kind), facts, run.FileName);
    }

    /// <summary>By its id, or by a title that only one study has.</summary>
    private static async Task<Guid?> StudyAsync(
        FaroDb db,
        Actor actor,
        string named,
        CancellationToken cancellation
    )
    {
        var id = Guid.TryParse(named, out var read) ? read : Guid.Empty;
        var found = await db
            .Studies.VisibleTo(actor)
            .Where(study => study.Id == id || study.TitleEs == named || study.TitleEn == named)
            .Select(study => study.Id)
            .Take(2)
            .ToListAsync(cancellation);
        return found.Count == 1 ? found[0] : null;
    }

    private static Dictionary<string, string> Columns(IEnumerable<string> columns)
    {
        var roles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            var parts = column.Split('=', 2, StringSplitOptions.TrimEntries);
            roles[parts[1]] = parts[0];
        }

        return roles;
    }

    private static async Task<int> PrintAsync(
        ImportRun run,
        AddSourceInput input,
        SourceFileSeen seen,
        Guid? source
    )
    {
        var columns = seen
            .Mapping.Columns.Select(column => new
            {
                header = seen.Headers[column.Column - 1],
                role = column.Role,
            })
            .ToArray();
        if (run.Json)
        {
            await run.Output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        check = run.Check,
                        study = input.StudyId,
                        source,
                        rows = seen.Rows,
                        remembered = seen.Remembered,
                        columns,
                    },
                    JsonSerializerOptions.Web
                )
            );
            return 0;
        }

        await run.Output.WriteLineAsync(
            Words.Get(
                run.Check ? "Import.Source.WouldDo" : "Import.Source.Done",
                run.FileName,
                seen.Rows,
                input.Facts.Name.Trim()
            )
        );
        foreach (var column in columns)
        {
            await run.Output.WriteLineAsync($"  {column.role} = {column.header}");
        }

        return 0;
    }
}
