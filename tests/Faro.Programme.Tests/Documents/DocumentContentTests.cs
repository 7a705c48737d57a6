// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Documents;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Documents;

public sealed class DocumentContentTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8];
    private static readonly byte[] Png =
    [
        0x89,
        0x50,
        0x4E,
        0x47,
        0x0D,
        0x0A,
        0x1A,
        0x0A,
        0,
        0,
        0,
        13,
    ];

    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0];
    private static readonly byte[] M4a = [0, 0, 0, 24, .. "ftypM4A "u8, 0, 0, 0, 0];
    private static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, 0, 0, 0, 0];
    private static readonly byte[] Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0];

    public static TheoryData<string, byte[], string> Files =>
        new()
        {
            { "a.pdf", DocumentSteps.Pdf(), "" },
            { "a.JPG", Jpeg, "" },
            { "a.png", Png, "" },
            { "a.tif", "II*\0abcdef"u8.ToArray(), "" },
            { "a.tiff", "MM\0*abcdef"u8.ToArray(), "" },
            { "a.docx", DocumentSteps.Office("word/document.xml"), "" },
            { "a.xlsx", DocumentSteps.Office("xl/workbook.xml"), "" },
            { "a.mp3", Mp3, "" },
            { "a.mp3", [.. "ID3"u8, 3, 0, 0, 0, 0, 0, 0], "" },
            { "a.m4a", M4a, "" },
            { "a.mp4", Mp4, "" },
            { "a.txt", Encoding.UTF8.GetBytes("Declaró que…\r\n"), "" },
            { "a.pdf", Jpeg, DocumentRefusals.Lies },
            { "a.jpg", DocumentSteps.Pdf(), DocumentRefusals.Lies },
            { "a.txt", DocumentSteps.Pdf(), DocumentRefusals.Lies },
            { "a.png", Mp4, DocumentRefusals.Lies },
            { "a.mp4", M4a, DocumentRefusals.Lies },
            { "a.pdf", "no soy un PDF"u8.ToArray(), DocumentRefusals.Unreadable },
            { "a.txt", [65, 0, 66, 0], DocumentRefusals.Unreadable },
            { "a.exe", Program, DocumentRefusals.FormatUnknown },
            { "a.zip", DocumentSteps.Office("x"), DocumentRefusals.FormatUnknown },
            { "a.docm", DocumentSteps.Office("word/document.xml"), DocumentRefusals.FormatUnknown },
            { "a.pdf", Program, DocumentRefusals.Executable },
            { "a.txt", "#!/bin/sh\nrm -r ."u8.ToArray(), DocumentRefusals.Executable },
            { "a.pdf", DocumentSteps.Office("x"), DocumentRefusals.Archive },
            { "a.docx", DocumentSteps.Office("leeme.txt"), DocumentRefusals.Archive },
            { "a.docx", DocumentSteps.Office("xl/workbook.xml"), DocumentRefusals.Archive },
            {
                "a.docx",
                DocumentSteps.Office("word/document.xml", "word/vbaProject.bin"),
                DocumentRefusals.HasMacros
            },
            {
                "a.xlsx",
                DocumentSteps.Office("xl/workbook.xml", "xl/embeddings/virus.exe"),
                DocumentRefusals.HasMacros
            },
            { "a.docx", [0x50, 0x4B, 3, 4, 1, 2, 3, 4], DocumentRefusals.Unreadable },
            { "a.pdf", [0xD0, 0xCF, 0x11, 0xE0, 1, 2], DocumentRefusals.Archive },
            { "a.pdf", [], DocumentRefusals.FileEmpty },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_what_it_holds_and_not_what_it_is_called(
        string name,
        byte[] content,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        Assert.Equal(code, await programme.SendAsync(id, name, content));

        Assert.Equal(code.Length == 0 ? 1 : 0, await programme.PiecesAsync());
    }

    [Fact]
    public async Task A_lie_that_only_the_whole_file_tells_is_forgotten_too()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var text = new byte[DocumentPiece.BytesEach + 10];
        Array.Fill(text, (byte)'a');
        text[^1] = 0;

        Assert.Equal(DocumentRefusals.Unreadable, await programme.SendAsync(id, "a.txt", text));

        Assert.Equal(0, await programme.PiecesAsync());
    }

    [Fact]
    public async Task More_than_a_hundred_megabytes_are_not_begun()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var outcome = await programme.RunAsync(
            programme.Get<BeginUpload>(),
            programme.Worker(),
            DocumentSteps.Begin(id, DocumentVersion.MaxBytes + 1)
        );

        Assert.Equal(DocumentRefusals.FileTooLarge, outcome.Refusals.Single().Code);
    }
}
