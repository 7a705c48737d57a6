// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Faro.Programme.Storage;
using Faro.Tests.Support;

namespace Faro.Programme.Tests.Storage;

/// <summary>What somebody with the database in hand could do, past every door.</summary>
internal static class Tamper
{
    [SuppressMessage("Security", "CA2100", Justification = "The test's own text")]
    public static async Task RunAsync(TestProgramme programme, string sql)
    {
        await using var connection = await programme
            .Get<DatabaseEngine>()
            .OpenWriterAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
