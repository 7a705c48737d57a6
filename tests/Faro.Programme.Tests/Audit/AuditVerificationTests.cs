// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Tests.Storage;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Audit;

public sealed class AuditVerificationTests
{
    private static readonly (string Column, string Value)[] Changes =
    [
        ("at", "'2026-11-23T15:00:00.000001Z'"),
        ("actor_id", "'00000001-0000-7000-8000-000000000002'"),
        ("session_id", "'00000001-0000-7000-8000-000000000002'"),
        ("agency_id", "'00000001-0000-7000-8000-000000000002'"),
        ("act", "'test-writf'"),
        ("result", "'refused'"),
        ("subject_kind", "'tesu'"),
        ("subject_id", "'00000001-0000-7000-8000-000000000002'"),
        ("details", "'{\"number\":\"8\"}'"),
    ];

    [Theory]
    [EveryDatabase]
    public async Task A_changed_value_in_any_column_is_found_and_named(DatabaseKind kind)
    {
        await using var programme = await ChainOfTenAsync(kind);
        string[] bytes =
            kind == DatabaseKind.Sqlite
                ? ["zeroblob(32)", "1 - by_system"]
                : ["decode(repeat('00', 32), 'hex')", "NOT by_system"];
        (string, string)[] all =
        [
            .. Changes,
            ("previous_hash", bytes[0]),
            ("hash", bytes[0]),
            ("by_system", bytes[1]),
        ];
        foreach (var (column, value) in all)
        {
            await Tamper.RunAsync(
                programme,
                $"CREATE TABLE kept AS SELECT * FROM audit_entries WHERE seq = 7; UPDATE audit_entries SET {column} = {value} WHERE seq = 7"
            );

            var verdict = await VerifyAsync(programme);

            Assert.Equal((column, 7L), (column, verdict.Break?.Seq));
            Assert.Equal(6, verdict.Entries);
            await Tamper.RunAsync(
                programme,
                "DELETE FROM audit_entries WHERE seq = 7; INSERT INTO audit_entries SELECT * FROM kept; DROP TABLE kept"
            );
            Assert.True((await VerifyAsync(programme)).Whole);
        }
    }

    [Fact]
    public async Task An_id_in_other_letters_is_found_though_it_means_the_same()
    {
        await using var programme = await ChainOfTenAsync(DatabaseKind.Sqlite);
        await programme.DoneAsync(
            programme.Get<TestWrite>(),
            programme.As(Role.Administrator),
            _ => Task.FromResult<Outcome<Done>>(default(Done))
        );
        await Tamper.RunAsync(
            programme,
            "UPDATE audit_entries SET agency_id = lower(agency_id) WHERE seq = 11"
        );

        Assert.Equal(
            new AuditBreak(11, AuditBreaks.Unreadable),
            (await VerifyAsync(programme)).Break
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_missing_link_is_named_and_a_cut_end_needs_an_anchor(DatabaseKind kind)
    {
        await using var programme = await ChainOfTenAsync(kind);
        var head = (await VerifyAsync(programme)).Head;
        await Tamper.RunAsync(programme, "DELETE FROM audit_entries WHERE seq >= 9");

        Assert.True((await VerifyAsync(programme)).Whole);
        Assert.Equal(
            new AuditBreak(9, AuditBreaks.Truncated),
            (await VerifyAsync(programme, head)).Break
        );
        Assert.Equal(
            new AuditBreak(8, AuditBreaks.AnchorDiffers),
            (await VerifyAsync(programme, new AuditHead(8, new byte[32]))).Break
        );

        await Tamper.RunAsync(programme, "DELETE FROM audit_entries WHERE seq = 4");
        Assert.Equal(new AuditBreak(4, AuditBreaks.Gap), (await VerifyAsync(programme)).Break);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_exported_log_is_verified_by_the_public_recipe(DatabaseKind kind)
    {
        await using var programme = await ChainOfTenAsync(kind);
        using var stream = new MemoryStream();
        await programme.ReadAsync(db => AuditExport.WriteAsync(db, stream, CancellationToken.None));
        var log = Encoding.UTF8.GetString(stream.ToArray());

        var verdict = await OfLogAsync(log);
        Assert.True(verdict.Whole);
        Assert.Equal((await VerifyAsync(programme)).Head.Hash, verdict.Head.Hash);
        // The recipe of docs/audit.md, without any code of Faro.
        foreach (var line in log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var fields = json.RootElement.EnumerateObject().ToList();
            var text = string.Concat(fields.SkipLast(1).Select(field => field.Value + "\n"));
            Assert.Equal(
                fields[^1].Value.GetString(),
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
            );
        }

        Assert.Equal(
            new AuditBreak(5, AuditBreaks.HashDiffers),
            (
                await OfLogAsync(
                    log.Replace(
                        "\"seq\":5,\"at\":\"2026",
                        "\"seq\":5,\"at\":\"2027",
                        StringComparison.Ordinal
                    )
                )
            ).Break
        );
        Assert.Equal(
            new AuditBreak(1, AuditBreaks.Unreadable),
            (
                await OfLogAsync(
                    log.Replace("{\"seq\"", "{\"more\":1,\"seq\"", StringComparison.Ordinal)
                )
            ).Break
        );
    }

    private static async Task<TestProgramme> ChainOfTenAsync(DatabaseKind kind)
    {
        var programme = await TestProgramme.StartAsync(kind);
        for (var number = 1; number <= 10; number++)
        {
            await programme.WriteAsync(act =>
            {
                act.Note("test", act.NewId(), ("number", "7"));
                return Task.CompletedTask;
            });
        }

        return programme;
    }

    private static Task<AuditVerdict> VerifyAsync(
        TestProgramme programme,
        AuditHead? anchor = null
    ) =>
        programme.ReadAsync(db =>
            AuditVerification.OfDatabaseAsync(db, anchor, CancellationToken.None)
        );

    private static async Task<AuditVerdict> OfLogAsync(string log)
    {
        using var reader = new StringReader(log);
        return await AuditVerification.OfLogAsync(reader, null, CancellationToken.None);
    }
}
