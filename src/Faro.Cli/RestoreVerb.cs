// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Programme.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary><c>faro restore</c>: puts a backup in the place of the data, after checking it apart.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var data = new DataOptions();
        var from = new Option<string>("--from")
        {
            Description = Words.Get("Restore.From"),
            Required = true,
        };
        var verb = new Command("restore", Words.Get("Restore.Description")) { from };
        data.AddTo(verb);
        verb.SetAction(
            (parsed, cancellation) =>
                DataOptions.SayAsync(async () =>
                {
                    await using var services = data.Services(parsed);
                    var outcome = await services
                        .GetRequiredService<Restore>()
                        .RunAsync(parsed.GetValue(from)!, cancellation);
                    if (!outcome.Done)
                    {
                        return Words.Refuse(Console.Error, outcome.Refusals);
                    }

                    var result = outcome.Value;
                    Console.WriteLine(Words.Get("Restore.Done", result.Manifest.CreatedAt));
                    if (result.OldData.Length > 0)
                    {
                        Console.WriteLine(Words.Get("Restore.OldData", result.OldData));
                    }

                    if (result.ErasedAgain > 0)
                    {
                        Console.WriteLine(Words.Get("Restore.ErasedAgain", result.ErasedAgain));
                    }

                    if (result.KeysMissing)
                    {
                        await Console.Error.WriteLineAsync(
                            Words.Get("start.keyring-missing", data.Read(parsed).KeyringFile)
                        );
                    }

                    return 0;
                })
        );
        return verb;
    }
}
