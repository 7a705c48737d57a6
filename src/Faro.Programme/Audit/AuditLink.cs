// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Faro.Programme.Audit;

/// <summary>
/// One link as the recipe of <see cref="AuditEntry.ComputeHash"/> sees it: text only, so that a database row and a line of
/// an exported log are judged by the same few lines.
/// </summary>
internal sealed record AuditLink(
    long Seq,
    string At,
    string Actor,
    string Session,
    string Agency,
    string Act,
    string Result,
    string SubjectKind,
    string SubjectId,
    string Details,
    string PreviousHash,
    string Hash
)
{
    /// <summary>The columns in the order that <see cref="Read"/> expects.</summary>
    public const string Columns =
        "seq, at, actor_id, by_system, session_id, agency_id, act, result, subject_kind, subject_id, details, previous_hash, hash";

    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>What SHA-256 gives for this link, lower-case hexadecimal.</summary>
    public string ComputeHash()
    {
        var text = string.Join(
            '\n',
            Seq.ToString(CultureInfo.InvariantCulture),
            At,
            Actor,
            Session,
            Agency,
            Act,
            Result,
            SubjectKind,
            SubjectId,
            Details,
            PreviousHash,
            ""
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>False when a field holds a line feed, which would let two different links share one hash.</summary>
    public bool IsUnambiguous() =>
        !new[] { At, Actor, Session, Agency, Act, Result, SubjectKind, SubjectId, Details }.Any(
            field => field.Contains('\n', StringComparison.Ordinal)
        );

    /// <summary>
    /// The row under the cursor. Every value must be written exactly as Faro writes it: a GUID in another case would be the
    /// same id and yet a changed byte.
    /// </summary>
    /// <returns>Null when a column holds something that Faro cannot have written.</returns>
    public static AuditLink? Read(DbDataReader row)
    {
        string?[] fields =
        [
            AsTime(row.GetValue(1)),
            AsActor(row.GetValue(2), row.GetValue(3)),
            AsId(row.GetValue(4)),
            AsId(row.GetValue(5)),
            row.GetValue(6) as string,
            row.GetValue(7) as string,
            row.GetValue(8) as string,
            AsId(row.GetValue(9)),
            row.GetValue(10) as string,
            AsHash(row.GetValue(11)),
            AsHash(row.GetValue(12)),
        ];
        return row.GetValue(0) is long seq && !fields.Contains(null)
            ? new AuditLink(
                seq,
                fields[0]!,
                fields[1]!,
                fields[2]!,
                fields[3]!,
                fields[4]!,
                fields[5]!,
                fields[6]!,
                fields[7]!,
                fields[8]!,
                fields[9]!,
                fields[10]!
            )
            : null;
    }

    /// <summary>The programme itself has no id; a row that says both was tampered with.</summary>
    private static string? AsActor(object id, object bySystem) =>
        bySystem switch
        {
            true or 1L => id is DBNull ? "system" : null,
            false or 0L => AsId(id),
            _ => null,
        };

    private static string? AsTime(object value) =>
        value switch
        {
            DateTime { Kind: DateTimeKind.Utc } time => time.ToString(
                Time,
                CultureInfo.InvariantCulture
            ),
            string text
                when DateTimeOffset.TryParseExact(
                    text,
                    Time,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out _
                ) => text,
            _ => null,
        };

    private static string? AsId(object value) =>
        value switch
        {
            DBNull => "",
            Guid id => id.ToString(),
            string text when Guid.TryParseExact(text, "D", out var id) && IsUpper(text, id) =>
                id.ToString(),
            _ => null,
        };

    private static bool IsUpper(string text, Guid id) =>
        text.Equals(id.ToString().ToUpperInvariant(), StringComparison.Ordinal);

    private static string? AsHash(object value) =>
        value is byte[] { Length: SHA256.HashSizeInBytes } bytes
            ? Convert.ToHexStringLower(bytes)
            : null;
}
