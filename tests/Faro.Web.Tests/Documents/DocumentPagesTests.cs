// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Demo;
using Faro.Programme.Storage;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Web.Tests.Documents;

public sealed class DocumentPagesTests
{
    private static readonly byte[] Pdf = InventedPaper.Pdf(["Nadie de esta hoja existe."]);

    [Theory]
    [EveryDatabase]
    public async Task A_document_is_added_without_script_and_seen_with_the_readers_name(
        DatabaseKind kind
    )
    {
        await using var file = await CaseFile.OpenAsync(kind);

        var path = await AddAsync(file, "Pasaporte de Marisol.pdf", Pdf);
        var page = await file.Client.PageAsync(path);
        using var seen = await GetAsync(file.Client, path + "/1/ver");
        var copy = await seen.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var original = await GetAsync(file.Client, path + "/1/original");

        Assert.Contains(
            "Lo ve Persona caseworker",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Persona caseworker", Inflated(copy), StringComparison.Ordinal);
        Assert.Equal(
            Pdf,
            await original.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        foreach (var answer in new[] { seen, original })
        {
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Contains(
                "sandbox",
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.Matches(
                "^documento-[0-9a-f]{8}-1\\.pdf$",
                answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')
            );
        }

        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        await using var db = file.Host.Services.GetRequiredService<DatabaseEngine>().OpenReader();
        var acts = await db
            .AuditEntries.Where(entry =>
                entry.SubjectId == file.Id && entry.Result == AuditResults.Done
            )
            .Select(entry => entry.Act)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains("view-document", acts);
        Assert.Contains("download-document", acts);
    }

    [Fact]
    public async Task What_lies_about_itself_is_refused_on_the_page()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await SendAsync(file, "foto.jpg", Pdf);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "document.lies",
            page.QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Aquí estarán",
            (await file.PageAsync("/documentos")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_API_takes_a_file_in_pieces_and_tells_which_are_missing(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var content = Encoding.ASCII.GetBytes(new string('a', 1024 * 1024 + 5));
        using var begun = await file.Client.PostAsJsonAsync(
            "/api/documents/begin-upload",
            new
            {
                caseId = file.Id,
                facts = new
                {
                    kind = "other",
                    compartment = "social",
                    title = "",
                    expiresOn = (string?)null,
                },
                fileName = "notas.txt",
                bytes = content.Length,
                documentId = (Guid?)null,
            },
            TestContext.Current.CancellationToken
        );
        var upload = await begun.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );
        var path = $"/api/documents/uploads/{upload.GetProperty("id").GetGuid()}";
        await PutAsync(file.Client, $"{path}/pieces/1", content.AsMemory(1024 * 1024));

        var progress = await file.Client.GetFromJsonAsync<JsonElement>(
            path,
            TestContext.Current.CancellationToken
        );
        using var early = await file.Client.PostAsJsonAsync(
            $"{path}/finish",
            new { hash = "" },
            TestContext.Current.CancellationToken
        );
        await PutAsync(file.Client, $"{path}/pieces/0", content.AsMemory(0, 1024 * 1024));
        using var finished = await file.Client.PostAsJsonAsync(
            $"{path}/finish",
            new { hash = "" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            [1],
            progress.GetProperty("received").EnumerateArray().Select(each => each.GetInt32())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal(HttpStatusCode.OK, finished.StatusCode);
        using var other = file.Host.As(Role.Supervisor);
        using var strangers = await GetAsync(other, path);
        Assert.Equal(HttpStatusCode.NotFound, strangers.StatusCode);
    }

    [Fact]
    public async Task What_expires_is_told_on_the_first_page_and_listed()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await AddAsync(file, "a.pdf", Pdf, CaseFile.Today.AddDays(10));

        var start = await file.Client.PageAsync("/");
        var list = await file.Client.PageAsync("/documentos-por-vencer");

        Assert.Contains("documentos por vencer", start.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Documento de identidad", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_document_is_a_line_and_its_file_is_gone()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var path = await AddAsync(file, "a.pdf", Pdf);

        using var removed = await file.Client.SendFormAsync(
            path + "/quitar",
            "remove-document",
            ("Answers.Reason", "duplicate")
        );
        using var gone = await GetAsync(file.Client, path + "/1/original");
        var list = await file.PageAsync("/documentos");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("Está repetido", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_file_holds_the_parts_that_were_chosen_and_may_be_seen()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await AddAsync(file, "a.pdf", Pdf);

        var social = await file.PageAsync("/expediente?parte=social");
        using var unknown = await GetAsync(file.Client, file.Path + "/expediente?parte=cocina");
        using var officer = file.Host.As(Role.DataProtection);
        using var turned = await GetAsync(officer, file.Path + "/expediente?parte=social");

        var report = social.QuerySelector("article.report")!.TextContent;
        Assert.Contains("El camino", report, StringComparison.Ordinal);
        Assert.Contains("Consentimientos", report, StringComparison.Ordinal);
        Assert.Contains("Documento de identidad", report, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, turned.StatusCode);
    }

    [Fact]
    public async Task The_case_file_is_printed_as_tagged_PDF()
    {
        Assert.SkipUnless(Printing.PdfPrinter.IsAvailable, "Chromium is not installed here");
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await GetAsync(
            file.Client,
            file.Path + "/expediente/es.pdf?parte=social"
        );
        var bytes = await answer.Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(bytes.AsSpan().IndexOf("/StructTreeRoot"u8) > 0);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static async Task<string> AddAsync(
        CaseFile file,
        string name,
        byte[] content,
        DateOnly? expires = null
    )
    {
        using var answer = await SendAsync(file, name, content, expires);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(file.Host.Address, answer.Headers.Location!).AbsolutePath;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        CaseFile file,
        string name,
        byte[] content,
        DateOnly? expires = null
    )
    {
        var path = file.Path + "/documentos/nuevo";
        var page = await file.Client.PageAsync(path);
        using var form = new MultipartFormDataContent();
        var token = page.QuerySelectorAll("form[enctype] input[type=hidden]")
            .OfType<IHtmlInputElement>();
        foreach (var input in token)
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        form.Add(new StringContent("identity-document"), "Answers.Kind");
        form.Add(new StringContent("social"), "Answers.Compartment");
        form.Add(new StringContent(expires?.ToString("yyyy-MM-dd") ?? ""), "Answers.ExpiresOn");
        form.Add(new ByteArrayContent(content), "Answers.File", name);
        return await file.Client.PostAsync(
            new Uri(path, UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task PutAsync(HttpClient client, string path, ReadOnlyMemory<byte> piece)
    {
        using var body = new ReadOnlyMemoryContent(piece);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await client.PutAsync(
            new Uri(path, UriKind.Relative),
            body,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Whatever its streams hold, packed or not.</summary>
    private static string Inflated(byte[] pdf)
    {
        using var stream = new MemoryStream(pdf);
        using var document = PdfSharp.Pdf.IO.PdfReader.Open(
            stream,
            PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import
        );
        return string.Concat(
            document
                .Pages[0]
                .Contents.Elements.OfType<PdfSharp.Pdf.Advanced.PdfReference>()
                .Select(each => ((PdfSharp.Pdf.PdfDictionary)each.Value).Stream!)
                .Select(each => Encoding.Latin1.GetString(each.UnfilteredValue))
        );
    }
}
