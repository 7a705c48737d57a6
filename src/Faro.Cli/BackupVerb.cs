// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Programme.Backups;
using Faro.Programme.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary><c>faro backup</c>: one checksummed file, while the server runs.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var data = new DataOptions();
        var to = new Option<string>("--to")
        {
            Description = Words.Get("Backup.To"),
            Required = true,
        };
        var verb = new Command("backup", Words.Get("Backup.Description")) { to };
        data.AddTo(verb);
        verb.SetAction(
            (parsed, cancellation) =>
                DataOptions.SayAsync(async () =>
                {
                    await using var services = data.Services(parsed);
                    await services
                        .GetRequiredService<FaroStart>()
                        .PrepareAsync(serving: false, cancellation);
                    var file = parsed.GetValue(to)!;
                    var outcome = await services
                        .GetRequiredService<Backup>()
                        .WriteAsync(file, cancellation);
                    if (!outcome.Done)
                    {
                        return Words.Refuse(Console.Error, outcome.Refusals);
                    }

                    var manifest = outcome.Value;
                    Console.WriteLine(
                        Words.Get("Backup.Done", file, manifest.AuditSeq, manifest.AuditHash)
                    );
                    await Console.Error.WriteLineAsync(
                        Words.Get("Backup.KeysApart", data.Read(parsed).KeyringFile)
                    );
                    return 0;
                })
        );
        return verb;
    }
}
