// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.Json;
using Faro.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Faro.Web.Tests.CommandLine;

public sealed class VerifyTests
{
    private const int Lines = 60;
    private const int Changed = 37;

    [Fact]
    public async Task One_flipped_byte_in_the_database_file_is_named_by_its_row()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await WriteAsync(database);
        await AssertWholeAsync(database);
        // Whoever closes last writes the log into the file.
        SqliteConnection.ClearAllPools();
        var file = database.Options.DatabaseFile;
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Details(Changed)));
        Assert.True(at > 0);

        // Of the word "number", so that the row still reads as JSON.
        await using (var stream = File.OpenWrite(file))
        {
            stream.Position = at + 3;
            stream.WriteByte((byte)(bytes[at + 3] ^ 1));
        }

        await AssertBrokenAsync(database);
    }

    [Fact]
    public async Task One_changed_byte_in_PostgreSQL_is_named_by_its_row()
    {
        Assert.SkipUnless(PostgresServer.IsHere, "PostgreSQL is not installed here");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await WriteAsync(database);
        await AssertWholeAsync(database);
        await using (
            var connection = await database
                .NewEngine()
                .OpenWriterAsync(TestContext.Current.CancellationToken)
        )
        await using (var command = connection.CreateCommand())
        {
            command.CommandText =
                "UPDATE audit_entries SET hash = set_byte(hash, 5, get_byte(hash, 5) # 1) WHERE seq = 37";
            Assert.Equal(
                1,
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)
            );
        }

        await AssertBrokenAsync(database);
    }

    private static string Details(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"number\":\"{number}\"}}");

    private static async Task WriteAsync(TestDatabase database)
    {
        await using var programme = TestProgramme.StartOn(database);
        for (var number = 1; number <= Lines; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            await programme.WriteAsync(act =>
            {
                act.Note("test", null, ("number", text));
                return Task.CompletedTask;
            });
        }
    }

    private static async Task AssertWholeAsync(TestDatabase database)
    {
        var (code, output, _) = await FaroProcess.RunAsync(database.Options, "verify", "--json");
        Assert.Equal(0, code);
        Assert.Equal(
            Lines,
            JsonDocument.Parse(output).RootElement.GetProperty("entries").GetInt32()
        );
    }

    private static async Task AssertBrokenAsync(TestDatabase database)
    {
        var (code, output, error) = await FaroProcess.RunAsync(
            database.Options,
            "verify",
            "--json"
        );
        Assert.Equal(1, code);
        var broken = JsonDocument.Parse(output).RootElement.GetProperty("broken");
        Assert.Equal(Changed, broken.GetProperty("seq").GetInt32());
        Assert.Equal("audit.hash-differs", broken.GetProperty("code").GetString());
        Assert.Contains("37", error, StringComparison.Ordinal);
    }
}
