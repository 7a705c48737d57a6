// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary><c>faro verify</c>: recomputes the audit chain of a database or of an exported log.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var data = new DataOptions();
        var log = new Option<string?>("--log") { Description = Words.Get("Verify.Log") };
        var export = new Option<string?>("--export") { Description = Words.Get("Verify.Export") };
        var anchor = new Option<string?>("--anchor") { Description = Words.Get("Verify.Anchor") };
        anchor.Validators.Add(result =>
        {
            if (Anchor(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError(Words.Get("Verify.AnchorWrong"));
            }
        });
        var json = new Option<bool>("--json") { Description = Words.Get("Verify.Json") };
        var verb = new Command("verify", Words.Get("Verify.Description"))
        {
            log,
            export,
            anchor,
            json,
        };
        data.AddTo(verb);
        verb.SetAction(
            (parsed, cancellation) =>
                DataOptions.SayAsync(async () =>
                {
                    var head = parsed.GetValue(anchor) is { } text ? Anchor(text) : null;
                    if (parsed.GetValue(log) is { } file)
                    {
                        using var reader = new StreamReader(file);
                        return Print(
                            await AuditVerification.OfLogAsync(reader, head, cancellation),
                            parsed.GetValue(json)
                        );
                    }

                    return await OfDatabaseAsync(
                        data.Services(parsed),
                        head,
                        parsed.GetValue(export),
                        parsed.GetValue(json),
                        cancellation
                    );
                })
        );
        return verb;
    }

    /// <summary>Looks only: a damaged database is not brought up to date first.</summary>
    private static async Task<int> OfDatabaseAsync(
        ServiceProvider services,
        AuditHead? anchor,
        string? export,
        bool json,
        CancellationToken cancellation
    )
    {
        await using var owned = services;
        var engine = services.GetRequiredService<DatabaseEngine>();
        DataOptions.MustExist(services.GetRequiredService<FaroOptions>());
        AuditVerdict verdict;
        await using (var db = engine.OpenReader())
        {
            verdict = await AuditVerification.OfDatabaseAsync(db, anchor, cancellation);
        }

        if (verdict.Whole && export is not null)
        {
            await using var db = engine.OpenReader();
            await using var file = File.Create(export);
            await AuditExport.WriteAsync(db, file, cancellation);
        }

        var code = Print(verdict, json);
        if (await engine.FindDamageAsync(cancellation) is { } damage)
        {
            await Console.Error.WriteLineAsync(Words.Get("Verify.FileDamaged", damage));
            return 1;
        }

        return code;
    }

    private static int Print(AuditVerdict verdict, bool json)
    {
        var hash = Convert.ToHexStringLower(verdict.Head.Hash);
        if (json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        whole = verdict.Whole,
                        entries = verdict.Entries,
                        head = new { seq = verdict.Head.Seq, hash },
                        broken = verdict.Break is { } at
                            ? new { seq = at.Seq, code = at.Code }
                            : null,
                    }
                )
            );
        }
        else if (verdict.Break is null)
        {
            Console.WriteLine(Words.Get("Verify.Whole", verdict.Entries, verdict.Head.Seq, hash));
        }

        if (verdict.Break is { } broken)
        {
            Console.Error.WriteLine($"{Words.Get(broken.Code, broken.Seq)} ({broken.Code})");
        }

        return verdict.Whole ? 0 : 1;
    }

    private static AuditHead? Anchor(string? text)
    {
        var parts = (text ?? "").Split(':');
        return
            parts is [var seq, { Length: 64 } hash]
            && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && hash.All(char.IsAsciiHexDigit)
            ? new AuditHead(number, Convert.FromHexString(hash))
            : null;
    }
}
