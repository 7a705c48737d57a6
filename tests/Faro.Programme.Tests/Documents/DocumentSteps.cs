// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Tests.Documents;

/// <summary>Invented files, and the way in for them.</summary>
internal static class DocumentSteps
{
    public static byte[] Pdf(int bytes = 400)
    {
        var file = new byte[bytes];
        Encoding.ASCII.GetBytes("%PDF-1.4\n% inventado\n").CopyTo(file, 0);
        for (var at = 21; at < bytes; at++)
        {
            file[at] = (byte)(at * 31 % 251);
        }

        return file;
    }

    /// <summary>An office file: a ZIP with these entries.</summary>
    public static byte[] Office(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries.Append("[Content_Types].xml"))
            {
                using var text = new StreamWriter(archive.CreateEntry(entry).Open());
                text.Write("<x/>");
            }
        }

        return bytes.ToArray();
    }

    public static BeginUploadInput Begin(
        Guid caseId,
        long bytes,
        string kind = "passport-copy",
        string compartment = Compartments.Social,
        string fileName = "archivo.pdf",
        DateOnly? expiresOn = null
    ) =>
        new(
            caseId,
            new DocumentFacts(
                kind == "passport-copy" ? "identity-document" : kind,
                compartment,
                "Pasaporte de Marisol",
                expiresOn
            ),
            fileName,
            bytes
        );

    public static async Task<Guid> AddAsync(
        this TestProgramme programme,
        Actor actor,
        BeginUploadInput input,
        byte[]? content = null
    )
    {
        using var file = new MemoryStream(content ?? Pdf((int)input.Bytes));
        var outcome = await programme
            .Get<DocumentReception>()
            .ReceiveAsync(actor, input, file, Xunit.TestContext.Current.CancellationToken);
        Xunit.Assert.True(outcome.Done, string.Join(", ", outcome.Refusals));
        return outcome.Value;
    }

    /// <summary>The first code that a file of this name and content is refused with; empty when it is taken.</summary>
    public static async Task<string> SendAsync(
        this TestProgramme programme,
        Guid caseId,
        string fileName,
        byte[] content
    )
    {
        using var file = new MemoryStream(content);
        var outcome = await programme
            .Get<DocumentReception>()
            .ReceiveAsync(
                programme.Worker(),
                Begin(caseId, content.Length, fileName: fileName),
                file,
                Xunit.TestContext.Current.CancellationToken
            );
        return outcome.Done ? "" : outcome.Refusals[0].Code;
    }

    public static Task<int> PiecesAsync(this TestProgramme programme) =>
        programme.ReadAsync(db => db.DocumentPieces.CountAsync());
}
