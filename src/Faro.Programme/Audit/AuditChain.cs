// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Audit;

/// <summary>
/// The end of the chain while one batch of writes runs. Only the writer holds it, inside its transaction, so no two links
/// can ever follow the same one.
/// </summary>
internal sealed class AuditChain
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private AuditChain(AuditHead head) => Head = head;

    public AuditHead Head { get; set; }

    public static async Task<AuditChain> ContinueAsync(FaroDb db)
    {
        var last = await db
            .AuditEntries.OrderByDescending(entry => entry.Seq)
            .Select(entry => new { entry.Seq, entry.Hash })
            .FirstOrDefaultAsync();
        return new AuditChain(last is null ? AuditHead.Start : new AuditHead(last.Seq, last.Hash));
    }

    public void Append(
        FaroDb db,
        Actor actor,
        string act,
        string result,
        IReadOnlyList<AuditNote> notes,
        DateTimeOffset at
    )
    {
        foreach (var note in notes.Count > 0 ? notes : [new AuditNote("", null, [])])
        {
            var entry = new AuditEntry
            {
                Seq = Head.Seq + 1,
                // Both databases keep microseconds; what is hashed must be what is read back.
                At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)),
                ActorId = actor.UserId,
                BySystem = actor.IsSystem,
                SessionId = actor.SessionId,
                AgencyId = actor.AgencyId,
                Act = act,
                Result = result,
                SubjectKind = note.SubjectKind,
                SubjectId = note.SubjectId,
                Details = JsonSerializer.Serialize(note.Details, Json),
                PreviousHash = Head.Hash,
            };
            entry.Hash = entry.ComputeHash();
            db.AuditEntries.Add(entry);
            Head = new AuditHead(entry.Seq, entry.Hash);
        }
    }
}
