// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Entering;
using Faro.Programme.Exchange;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary>What every import asks: which file, into which programme, as whom.</summary>
internal sealed class ImportOptions
{
    /// <summary>Holds the API token: a command line is seen by everybody on the machine.</summary>
    public const string TokenVariable = "FARO_TOKEN";

    private readonly Argument<string> _file = new("FILE")
    {
        Description = Words.Get("Import.File"),
    };
    private readonly Option<string> _user = new("--user")
    {
        Description = Words.Get("Import.User", TokenVariable),
        Required = true,
    };
    private readonly Option<bool> _tokenStdin = new("--token-stdin")
    {
        Description = Words.Get("Import.TokenStdin"),
    };
    private readonly Option<bool> _check = new("--check")
    {
        Description = Words.Get("Import.Check"),
    };
    private readonly Option<bool> _json = new("--json") { Description = Words.Get("Import.Json") };
    private readonly DataOptions _data = new();

    public void AddTo(Command verb)
    {
        verb.Arguments.Add(_file);
        verb.Options.Add(_user);
        verb.Options.Add(_tokenStdin);
        verb.Options.Add(_check);
        verb.Options.Add(_json);
        _data.AddTo(verb);
    }

    /// <summary>Opens the programme, sees who asks, and runs.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="runsJobs">Whether the import needs a job to be run, here or by the server.</param>
    /// <param name="act">The import.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<int> RunAsync(
        ParseResult parsed,
        bool runsJobs,
        Func<ImportRun, Task<int>> act,
        CancellationToken cancellation
    ) =>
        DataOptions.SayAsync(async () =>
        {
            var path = parsed.GetRequiredValue(_file);
            var console = parsed.InvocationConfiguration;
            DataOptions.MustExist(_data.Read(parsed));
            await using var services = _data.Services(parsed);
            var isAlone = await OpenAsync(
                services.GetRequiredService<FaroStart>(),
                runsJobs && !parsed.GetValue(_check),
                cancellation
            );
            var actor = await ActorAsync(parsed, services, cancellation);
            if (!actor.Done)
            {
                return Words.Refuse(console.Error, actor.Refusals);
            }

            if (!File.Exists(path))
            {
                var missing = new Refusal(ExchangeRefusals.FileMissing, "", path);
                return Words.Refuse(console.Error, [missing], path);
            }

            return await act(
                new ImportRun(
                    services,
                    actor.Value,
                    path,
                    parsed.GetValue(_check),
                    parsed.GetValue(_json),
                    isAlone,
                    console.Output,
                    console.Error
                )
            );
        });

    /// <returns>Whether no server runs on these data, so that a job must be run here.</returns>
    private static async Task<bool> OpenAsync(
        FaroStart start,
        bool takesData,
        CancellationToken cancellation
    )
    {
        try
        {
            await start.PrepareAsync(takesData, cancellation);
            return takesData;
        }
        catch (StartRefusedException refused)
            when (refused.Code == StartRefusals.AnotherIsRunning && takesData)
        {
            await start.PrepareAsync(serving: false, cancellation);
            return false;
        }
    }

    private async Task<Outcome<Actor>> ActorAsync(
        ParseResult parsed,
        ServiceProvider services,
        CancellationToken cancellation
    )
    {
        var token = parsed.GetValue(_tokenStdin)
            ? await Console.In.ReadLineAsync(cancellation)
            : Environment.GetEnvironmentVariable(TokenVariable);
        if (string.IsNullOrWhiteSpace(token))
        {
            return new Refusal(ImportRefusals.TokenMissing, "", TokenVariable);
        }

        var user = parsed.GetRequiredValue(_user);
        await using var db = services.GetRequiredService<DatabaseEngine>().OpenReader();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var caller = await db.CallerOfTokenAsync(new Secret(token.Trim()), now, cancellation);
        var (id, folded) = (caller?.Actor.UserId, User.Fold(user));
        var isTheirs = await db.Users.AnyAsync(
            each => each.Id == id && each.NormalizedUserName == folded,
            cancellation
        );
        return caller is not null && isTheirs
            ? caller.Actor
            : new Refusal(ImportRefusals.TokenRefused, "", user);
    }
}

/// <summary>One import under way.</summary>
/// <param name="Services">The programme.</param>
/// <param name="Actor">As whom.</param>
/// <param name="Path">The file, which is there.</param>
/// <param name="Check">Only tells what would happen.</param>
/// <param name="Json">One document for a program.</param>
/// <param name="IsAlone">No server runs: jobs are run here.</param>
/// <param name="Output">The result.</param>
/// <param name="Error">Messages.</param>
internal sealed record ImportRun(
    IServiceProvider Services,
    Actor Actor,
    string Path,
    bool Check,
    bool Json,
    bool IsAlone,
    TextWriter Output,
    TextWriter Error
)
{
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <param name="refusals">Those about a field name the option that fills it.</param>
    public int Refuse(IEnumerable<Refusal> refusals) =>
        Words.Refuse(
            Error,
            refusals.Select(refusal => refusal with { Field = Place(refusal.Field) }),
            Path
        );

    /// <summary>An input's field is filled by the option of its name; the file itself is said by its path.</summary>
    private string Place(string field) =>
        field is "" or "File" || field == FileName
            ? ""
            : "--"
                + string.Concat(
                        field.Select(
                            (letter, at) =>
                                char.IsUpper(letter) && at > 0
                                    ? $"-{char.ToLowerInvariant(letter)}"
                                    : $"{char.ToLowerInvariant(letter)}"
                        )
                    )
                    .Replace("-id", "", StringComparison.Ordinal);
}
