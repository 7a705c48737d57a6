// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Faro.Programme.Identification.Rules;

namespace Faro.Programme.Identification;

/// <summary>The elements of both laws and the indicators as they stood at a decision, with their fingerprint.</summary>
/// <param name="Json">A <see cref="Findings"/>.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
/// <param name="LawVersions">As in <c>palermo:2003 mexico:2024</c>.</param>
/// <param name="Forms">Forms of exploitation that are recorded.</param>
internal sealed record Snapshot(string Json, string Hash, string LawVersions, List<string> Forms)
{
    /// <summary>What a decision of a day keeps.</summary>
    public static async Task<Snapshot> TakeAsync(
        Act act,
        Guid caseId,
        DateOnly on,
        CancellationToken cancellation
    )
    {
        await act.Db.SaveChangesAsync(cancellation);
        var sheet =
            await FactSheets.ReadAsync(act.Db, act.Actor, caseId, cancellation)
            ?? throw new InvalidOperationException("Bug in Faro: a case that was just open");
        var findings = Findings.Of(sheet, on);
        var json = JsonSerializer.Serialize(findings);
        return new Snapshot(
            json,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            string.Join(
                ' ',
                findings.Assessment.Laws.Select(law =>
                    $"{law.Law}:{law.Version?.Version ?? "none"}"
                )
            ),
            [
                .. CodeLists
                    .Get(FactKinds.Forms)
                    .Entries.Select(entry => entry.Code)
                    .Where(form => sheet.Of(new FactRef(FactKinds.Forms, form)) == Truth.Yes),
            ]
        );
    }
}

/// <summary>Everything that the rules say of one sheet of facts.</summary>
/// <param name="Assessment">Both laws.</param>
/// <param name="Indicators">Every set.</param>
public sealed record Findings(Assessment Assessment, IReadOnlyList<IndicatorFinding> Indicators)
{
    public static Findings Of(FactSheet sheet, DateOnly today) =>
        new(Assessor.Assess(sheet, today), Delphi.Read(sheet));

    /// <summary>As a decision kept them.</summary>
    public static Findings From(string json) =>
        JsonSerializer.Deserialize<Findings>(json)
        ?? throw new InvalidOperationException("Bug in Faro: a decision without findings");
}
