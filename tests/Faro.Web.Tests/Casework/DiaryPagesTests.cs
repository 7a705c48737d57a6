// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Casework;

public sealed class DiaryPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_note_is_written_and_corrected_on_one_page_each(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        await file.SendAsync("/notas", "write-note", ("Answers.Text", "Llegó tranquila"));
        var page = await file.PageAsync("/notas");
        var amend = page.QuerySelector("li.card a")!.GetAttribute("href")!;
        await file.SendAsync(
            amend[file.Path.Length..],
            "amend-entry",
            ("Answers.Text", "Llegó tranquila y con hambre")
        );

        var entry = (await file.PageAsync("/notas")).QuerySelector("li.card")!;

        Assert.Equal(
            "Llegó tranquila y con hambre",
            entry.QuerySelector("p.said")!.TextContent.Trim()
        );
        Assert.Equal("Llegó tranquila", entry.QuerySelector("details p.said")!.TextContent.Trim());
    }

    [Fact]
    public async Task Whoever_logs_a_contact_sees_first_how_to_reach_her()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var before = await file.PageAsync("/contacto");
        await file.SendAsync(
            "/contacto/reglas",
            "set-safe-contact",
            ("Answers.Channels", "messaging"),
            ("Answers.NotToSay", "Que llamamos del refugio")
        );

        var page = await file.PageAsync("/contacto");
        await file.SendAsync(
            "/contacto",
            "log-contact",
            ("Answers.Channel", "phone"),
            ("Answers.Text", "Contestó ella")
        );
        var diary = await file.PageAsync("/notas");

        Assert.Contains(
            "Aún no se sabe",
            before.QuerySelector(".notice.danger")!.TextContent,
            StringComparison.Ordinal
        );
        var notice = page.QuerySelector(".notice.warn")!;
        Assert.Contains("Que llamamos del refugio", notice.TextContent, StringComparison.Ordinal);
        Assert.True(
            notice
                .CompareDocumentPosition(page.QuerySelector("select[name='Answers.Channel']")!)
                .HasFlag(AngleSharp.Dom.DocumentPositions.Following)
        );
        Assert.Contains(
            "Fuera de lo que ella permitió",
            diary.QuerySelector("li.card")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_contact_without_a_channel_is_refused_and_no_note_is_made_of_it()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var refused = await file.Client.SendFormAsync(
            file.Path + "/contacto",
            "log-contact",
            ("Answers.Text", "Contestó ella")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await file.PageAsync("/notas")).QuerySelector("main .empty"));
    }

    [Fact]
    public async Task A_flag_is_raised_and_taken_down_with_its_reason()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await file.SendAsync("/avisos", "raise-flag", ("Answers.Message", "Su primo la busca"));
        var page = await file.PageAsync("/avisos");
        var form = page.QuerySelector("input[name=_handler][value^=resolve-]")!;

        await file.SendAsync(
            "/avisos",
            form.GetAttribute("value")!,
            ("Reason", "Ya no vive en la ciudad")
        );

        var after = await file.PageAsync("/avisos");
        Assert.Null(after.QuerySelector(".notice.warn"));
        Assert.Contains(
            "Ya no vive en la ciudad",
            after.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }
}
