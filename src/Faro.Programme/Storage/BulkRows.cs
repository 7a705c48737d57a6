// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Faro.Programme.Storage;

/// <summary>
/// Thousands of new rows at once, inside an operation: many rows per statement by the same mapping that single rows use,
/// without the change tracker, which costs about ten times as much. On either database.
/// </summary>
internal static class BulkRows
{
    /// <summary>PostgreSQL takes more (65,535); longer statements did not come out faster.</summary>
    private const int MostParameters = 1200;

    /// <summary>SQLite finds each parameter by walking over all: with 1200 that was half of the whole work.</summary>
    private const int MostParametersOfSqlite = 60;

    /// <param name="db">The operation's; a transaction is open on it.</param>
    /// <param name="rows">New, in the order in which the first index wants them.</param>
    /// <param name="cancellation">Stops between statements; the operation is then undone.</param>
    public static async Task AddRowsAsync<T>(
        this FaroDb db,
        IReadOnlyList<T> rows,
        CancellationToken cancellation
    )
        where T : class
    {
        if (!db.IsWriter)
        {
            throw new InvalidOperationException("Bug in Faro: a write outside an operation");
        }

        var table = Table.Of<T>(db);
        var most = db.IsSqlite ? MostParametersOfSqlite : MostParameters;
        var each = Math.Clamp(most / table.Columns.Count, 1, Math.Max(rows.Count, 1));
        var whole = rows.Count / each * each;
        await InsertAsync(db, table, rows, 0, whole, each, cancellation);
        if (whole < rows.Count)
        {
            await InsertAsync(db, table, rows, whole, rows.Count, rows.Count - whole, cancellation);
        }
    }

    private static async Task InsertAsync<T>(
        FaroDb db,
        Table table,
        IReadOnlyList<T> rows,
        int from,
        int to,
        int each,
        CancellationToken cancellation
    )
        where T : class
    {
        if (from == to)
        {
            return;
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // The text is made of the model's table and column names and nothing else.
        command.CommandText = table.Insert(each);
#pragma warning restore CA2100
        for (var first = from; first < to; first += each)
        {
            for (var row = 0; row < each; row++)
            {
                table.Fill(command, row, rows[first + row]);
            }

            if (first == from)
            {
                await command.PrepareAsync(cancellation);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private sealed record Column(IProperty Property, RelationalTypeMapping Mapping, string Name)
    {
        public object? Stored(object row)
        {
            var value = Property.GetGetter().GetClrValue(row);
            return value is null ? null : Mapping.Converter?.ConvertToProvider(value) ?? value;
        }
    }

    private sealed record Table(string Name, IReadOnlyList<Column> Columns)
    {
        public static Table Of<T>(FaroDb db)
        {
            var entity = db.Model.FindEntityType(typeof(T))!;
            var place = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            var quote = db.GetService<ISqlGenerationHelper>();
            return new Table(
                quote.DelimitIdentifier(place.Name, place.Schema),
                [
                    .. entity
                        .GetProperties()
                        .Select(property => new Column(
                            property,
                            property.GetRelationalTypeMapping(),
                            quote.DelimitIdentifier(property.GetColumnName(place)!)
                        )),
                ]
            );
        }

        public string Insert(int rows)
        {
            var text = new StringBuilder("INSERT INTO ")
                .Append(Name)
                .Append(" (")
                .AppendJoin(", ", Columns.Select(column => column.Name))
                .Append(") VALUES ");
            for (var row = 0; row < rows; row++)
            {
                text.Append(row == 0 ? "(" : ", (");
                for (var column = 0; column < Columns.Count; column++)
                {
                    text.Append(column == 0 ? "" : ", ")
                        .Append(
                            CultureInfo.InvariantCulture,
                            $"@p{(row * Columns.Count) + column}"
                        );
                }

                text.Append(')');
            }

            return text.ToString();
        }

        /// <summary>The first statement makes the parameters, later ones only change their values.</summary>
        public void Fill(DbCommand command, int row, object entity)
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                var number = (row * Columns.Count) + i;
                var column = Columns[i];
                if (command.Parameters.Count > number)
                {
                    command.Parameters[number].Value = column.Stored(entity) ?? DBNull.Value;
                    continue;
                }

                command.Parameters.Add(
                    column.Mapping.CreateParameter(
                        command,
                        string.Create(CultureInfo.InvariantCulture, $"@p{number}"),
                        column.Property.GetGetter().GetClrValue(entity),
                        column.Property.IsNullable
                    )
                );
            }
        }
    }
}
