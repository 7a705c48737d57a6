// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Documents;

public sealed class DocumentVaultTests
{
    private const int TwoAndABit = 2 * DocumentPiece.BytesEach + 777;

    [Theory]
    [EveryDatabase]
    public async Task What_comes_out_is_what_came_in_and_lies_sealed_between(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var file = DocumentSteps.Pdf(TwoAndABit);

        var document = await programme.AddAsync(
            programme.Worker(),
            DocumentSteps.Begin(id, file.Length),
            file
        );

        Assert.Equal(file, await ReadAsync(programme, id, document, 1));
        var pieces = await programme.ReadAsync(db => db.DocumentPieces.ToListAsync());
        Assert.Equal(3, pieces.Count);
        Assert.All(
            pieces,
            piece => Assert.True(piece.Box.AsSpan().IndexOf(file.AsSpan(100, 32)) < 0)
        );
        var line = (
            await programme.DoneAsync(programme.Get<ReadDocuments>(), programme.Worker(), id)
        ).Single();
        Assert.Equal("Pasaporte de Marisol", line.Title);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), line.Versions.Single().Hash);
        var row = await programme.ReadAsync(db => db.Documents.SingleAsync());
        Assert.DoesNotContain(
            "Marisol",
            Encoding.UTF8.GetString(row.TitleBox!),
            StringComparison.Ordinal
        );
        Assert.Equal(
            1,
            await programme.ReadAsync(db =>
                db.AuditEntries.CountAsync(entry =>
                    entry.Act == "view-document"
                    && entry.Result == AuditResults.Done
                    && entry.SubjectId == id
                )
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_piece_moved_left_out_or_taken_from_elsewhere_does_not_open(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var document = await programme.AddAsync(
            programme.Worker(),
            DocumentSteps.Begin(id, 3 * DocumentPiece.BytesEach)
        );
        var second = await programme.AddAsync(
            programme.Worker(),
            DocumentSteps.Begin(id, 3 * DocumentPiece.BytesEach)
        );
        var version = await VersionOfAsync(programme, document);
        var other = await VersionOfAsync(programme, second);
        var boxes = await programme.ReadAsync(db =>
            db.DocumentPieces.Where(piece => piece.VersionId == version)
                .OrderBy(piece => piece.Index)
                .Select(piece => piece.Box)
                .ToListAsync()
        );
        var foreign = await programme.ReadAsync(db =>
            db.DocumentPieces.Where(piece => piece.VersionId == other && piece.Index == 1)
                .Select(piece => piece.Box)
                .SingleAsync()
        );

        await AssertBrokenAsync(programme, id, document, version, 1, boxes[0]);
        await AssertBrokenAsync(programme, id, document, version, 1, foreign);
        await AssertBrokenAsync(programme, id, document, version, 1, boxes[1][..^1]);
        var flipped = boxes[1].ToArray();
        flipped[^1] ^= 1;
        await AssertBrokenAsync(programme, id, document, version, 1, flipped);
        await PutAsync(programme, version, 1, boxes[1]);
        Assert.Equal(
            3 * DocumentPiece.BytesEach,
            (await ReadAsync(programme, id, document, 1)).Length
        );

        // Cut off at a piece's border: the number of pieces is part of what each is bound to.
        await programme.WriteAsync(act =>
            act.Db.DocumentVersions.Where(row => row.Id == version)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(each => each.Bytes, 2 * DocumentPiece.BytesEach)
                )
        );
        await Assert.ThrowsAnyAsync<CryptographicException>(() =>
            ReadAsync(programme, id, document, 1)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task An_interrupted_upload_goes_on_where_it_was(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var file = DocumentSteps.Pdf(TwoAndABit);
        var worker = programme.Worker();
        var begun = await programme.DoneAsync(
            programme.Get<BeginUpload>(),
            worker,
            DocumentSteps.Begin(id, file.Length)
        );
        Task<Outcome<Done>> SendAsync(int index, int length, Actor? actor = null) =>
            programme.RunAsync(
                programme.Get<ReceiveDocumentPiece>(),
                actor ?? worker,
                new ReceiveDocumentPieceInput(
                    begun.Id,
                    index,
                    file.AsMemory(index * DocumentPiece.BytesEach, length)
                )
            );
        Assert.True((await SendAsync(0, DocumentPiece.BytesEach)).Done);
        Assert.True((await SendAsync(2, 777)).Done);
        var early = await programme.RunAsync(
            programme.Get<FinishUpload>(),
            worker,
            new FinishUploadInput(begun.Id)
        );

        var waiting = (
            await programme.ReadAsync(db =>
                UploadQueries.WaitingAsync(
                    db,
                    worker,
                    id,
                    null,
                    TestContext.Current.CancellationToken
                )
            )
        ).Single();
        var strangers = await SendAsync(1, DocumentPiece.BytesEach, programme.Colleague());
        var shorter = await SendAsync(1, 100);
        Assert.True((await SendAsync(0, DocumentPiece.BytesEach)).Done);
        Assert.True((await SendAsync(1, DocumentPiece.BytesEach)).Done);
        var document = await programme.DoneAsync(
            programme.Get<FinishUpload>(),
            worker,
            new FinishUploadInput(begun.Id, Convert.ToHexString(SHA256.HashData(file)))
        );

        Assert.Equal(DocumentRefusals.PiecesMissing, early.Refusals.Single().Code);
        Assert.Equal([0, 2], waiting.Progress.Received);
        Assert.Equal(DocumentRefusals.NotFound, strangers.Refusals.Single().Code);
        Assert.Equal(DocumentRefusals.PieceLength, shorter.Refusals.Single().Code);
        Assert.Equal(file, await ReadAsync(programme, id, document, 1));
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_broken_off_or_not_what_was_sent_leaves_nothing(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var worker = programme.Worker();
        var begin = DocumentSteps.Begin(id, 400);
        var begun = await programme.DoneAsync(programme.Get<BeginUpload>(), worker, begin);
        await programme.DoneAsync(
            programme.Get<ReceiveDocumentPiece>(),
            worker,
            new ReceiveDocumentPieceInput(begun.Id, 0, DocumentSteps.Pdf())
        );

        var differs = await programme.RunAsync(
            programme.Get<FinishUpload>(),
            worker,
            new FinishUploadInput(begun.Id, new string('0', 64))
        );
        using var cut = new CutStream(DocumentSteps.Pdf(TwoAndABit), DocumentPiece.BytesEach);
        await Assert.ThrowsAsync<IOException>(() =>
            programme
                .Get<DocumentReception>()
                .ReceiveAsync(
                    worker,
                    DocumentSteps.Begin(id, TwoAndABit),
                    cut,
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Equal(DocumentRefusals.HashDiffers, differs.Refusals.Single().Code);
        Assert.Equal(0, await programme.PiecesAsync());
        Assert.Equal(0, await programme.ReadAsync(db => db.Documents.CountAsync()));
        Assert.Equal(0, await programme.ReadAsync(db => db.DocumentVersions.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task An_upload_that_nobody_finished_is_forgotten_after_a_week(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var begin = programme.Get<BeginUpload>();
        await programme.DoneAsync(begin, programme.Worker(), DocumentSteps.Begin(id, 400));
        programme.Clock.Advance(TimeSpan.FromDays(DocumentVersion.DaysToFinish + 1));

        await programme.DoneAsync(begin, programme.Worker(), DocumentSteps.Begin(id, 400));

        Assert.Equal(1, await programme.ReadAsync(db => db.DocumentVersions.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_nearest_expiry_is_what_is_due_in_the_case(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var worker = programme.Worker();
        DateOnly late = new(2027, 5, 1);
        DateOnly soon = new(2026, 12, 1);
        await programme.AddAsync(worker, DocumentSteps.Begin(id, 400, expiresOn: late));
        var first = await programme.AddAsync(worker, DocumentSteps.Begin(id, 400, expiresOn: soon));
        Assert.Equal(soon, (await programme.CaseAsync(id)).NextDueOn);

        await programme.DoneAsync(
            programme.Get<ChangeDocument>(),
            worker,
            new ChangeDocumentInput(
                first,
                2,
                new DocumentFacts("identity-document", Compartments.Social, "", late.AddDays(1))
            )
        );
        Assert.Equal(late, (await programme.CaseAsync(id)).NextDueOn);
        var stale = await programme.RunAsync(
            programme.Get<RemoveDocument>(),
            worker,
            new RemoveDocumentInput(first, 2, "duplicate")
        );
        Assert.Equal(DocumentRefusals.ChangedMeanwhile, stale.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_removed_document_leaves_a_line_and_no_byte(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var worker = programme.Worker();
        var document = await programme.AddAsync(
            worker,
            DocumentSteps.Begin(id, TwoAndABit, expiresOn: new DateOnly(2027, 1, 1))
        );
        var again = DocumentSteps.Begin(id, 400) with { DocumentId = document };
        await programme.AddAsync(worker, again);

        await programme.DoneAsync(
            programme.Get<RemoveDocument>(),
            worker,
            new RemoveDocumentInput(document, 3, "wrong-person")
        );

        Assert.Equal(0, await programme.PiecesAsync());
        var line = (await programme.DoneAsync(programme.Get<ReadDocuments>(), worker, id)).Single();
        Assert.Equal("wrong-person", line.RemovalReason);
        Assert.NotEmpty(line.RemovedBy);
        Assert.Empty(line.Versions);
        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        var version = await programme.RunAsync(programme.Get<BeginUpload>(), worker, again);
        Assert.Equal(DocumentRefusals.Removed, version.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task With_the_persons_key_her_documents_go_for_good(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var document = await programme.AddAsync(
            programme.Worker(),
            DocumentSteps.Begin(id, TwoAndABit)
        );
        var file = await programme.CaseAsync(id);

        await programme.DoneAsync(
            programme.Get<ErasePerson>(),
            programme.As(Role.DataProtection),
            new ErasePersonInput(
                file.PersonId,
                CodeLists.Get(ErasePerson.ReasonList).Entries[0].Code,
                file.Number
            )
        );

        Assert.Equal(0, await programme.PiecesAsync());
        var view = await programme.RunAsync(
            programme.Get<ViewDocument>(),
            programme.Worker(),
            new OpenDocumentInput(id, document, 1)
        );
        Assert.Equal(CaseRefusals.PersonErased, view.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_document_is_its_compartments(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var health = DocumentSteps.Begin(id, 400, "medical-report", Compartments.Health);
        var document = await programme.AddAsync(programme.Colleague(), health);
        var open = new OpenDocumentInput(id, document, 1);

        var own = await programme.RunAsync(programme.Get<ViewDocument>(), programme.Worker(), open);
        var add = await programme.RunAsync(
            programme.Get<BeginUpload>(),
            programme.Worker(),
            health
        );
        var change = await programme.RunAsync(
            programme.Get<ChangeDocument>(),
            programme.Colleague(),
            new ChangeDocumentInput(document, 2, new DocumentFacts("other", Compartments.Legal))
        );

        Assert.Equal(DocumentRefusals.NotFound, own.Refusals.Single().Code);
        Assert.Equal(DocumentRefusals.CompartmentClosed, add.Refusals.Single().Code);
        Assert.Equal(DocumentRefusals.CompartmentClosed, change.Refusals.Single().Code);
        Assert.Empty(
            await programme.DoneAsync(programme.Get<ReadDocuments>(), programme.Worker(), id)
        );
        Assert.True(
            (
                await programme.RunAsync(
                    programme.Get<DownloadDocument>(),
                    programme.Colleague(),
                    open
                )
            ).Done
        );
    }

    private static async Task<byte[]> ReadAsync(
        TestProgramme programme,
        Guid caseId,
        Guid document,
        int number
    )
    {
        var opened = await programme.DoneAsync(
            programme.Get<ViewDocument>(),
            programme.Worker(),
            new OpenDocumentInput(caseId, document, number)
        );
        await using var db = programme.Get<DatabaseEngine>().OpenReader();
        await using var stream = opened.Open(db, programme.Get<SealingVault>());
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private static Task<Guid> VersionOfAsync(TestProgramme programme, Guid document) =>
        programme.ReadAsync(db =>
            db.DocumentVersions.Where(version => version.DocumentId == document)
                .Select(version => version.Id)
                .SingleAsync()
        );

    private static Task PutAsync(TestProgramme programme, Guid version, int index, byte[] box) =>
        programme.WriteAsync(act =>
            act.Db.DocumentPieces.Where(piece => piece.VersionId == version && piece.Index == index)
                .ExecuteUpdateAsync(piece => piece.SetProperty(row => row.Box, box))
        );

    private static async Task AssertBrokenAsync(
        TestProgramme programme,
        Guid caseId,
        Guid document,
        Guid version,
        int index,
        byte[] box
    )
    {
        await PutAsync(programme, version, index, box);
        await Assert.ThrowsAnyAsync<CryptographicException>(() =>
            ReadAsync(programme, caseId, document, 1)
        );
    }

    /// <summary>Breaks off after so many bytes, as a line does.</summary>
    private sealed class CutStream(byte[] content, int after) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) =>
            Position >= after
                ? throw new IOException("cut")
                : base.ReadAsync(
                    buffer[..Math.Min(buffer.Length, after - (int)Position)],
                    cancellationToken
                );
    }
}
