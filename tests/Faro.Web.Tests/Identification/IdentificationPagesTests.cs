// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Tests.Support;
using Faro.Web.Printing;
using Xunit;

namespace Faro.Web.Tests.Identification;

public sealed class IdentificationPagesTests
{
    private const string Words = "Le guardaron el pasaporte en un cajón";
    private const string Reasons = "Los hechos que contó coinciden con lo que vimos en la visita.";

    [Theory]
    [EveryDatabase]
    public async Task Facts_are_told_held_against_both_laws_decided_and_printed(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);
        var file = $"/casos/{await OpenAsync(host)}";

        var empty = await client.PageAsync(file + "/hechos");
        await TellAsync(client, file, "acciones", ("Fact.trafficking-acts.recruit", "yes"));
        await TellAsync(
            client,
            file,
            "medios",
            ("Fact.control-means.withholds-documents", "yes"),
            ("Fact.control-means.physical-abuse", "not-known"),
            ("Answers.Words", Words)
        );
        await TellAsync(
            client,
            file,
            "explotacion",
            ("Fact.exploitation-forms.forced-labour", "yes")
        );
        var facts = await client.PageAsync(file + "/hechos");
        var assessed = await client.PageAsync(file + "/determinacion");
        using var decided = await client.SendFormAsync(
            file + "/determinacion/decidir",
            "determine",
            ("Answers.Outcome", "identified"),
            ("Answers.Body", "civil-society"),
            ("Answers.Reasons", Reasons)
        );
        var document = await client.PageAsync(decided.Headers.Location!.PathAndQuery);
        var story = await client.PageAsync(file);

        Assert.Contains("Aquí estará", empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Retiene sus documentos",
            facts.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("No se sabe", facts.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(Words, facts.Body.TextContent, StringComparison.Ordinal);
        var laws = assessed.QuerySelectorAll("section.law");
        Assert.Equal(2, laws.Length);
        Assert.All(
            laws,
            law =>
                Assert.Contains(
                    "Los elementos están presentes",
                    law.TextContent,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(Reasons, document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("LG 10-V", document.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "rata",
            document.QuerySelector("title")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Víctima identificada", story.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_without_reasons_is_sent_back_with_what_was_written()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        var file = $"/casos/{await OpenAsync(host)}";

        using var answer = await client.SendFormAsync(
            file + "/determinacion/decidir",
            "determine",
            ("Answers.Outcome", "possible"),
            ("Answers.Body", "police"),
            ("Answers.Reasons", "breve")
        );
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "identification.reasons-too-short",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("breve", page.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(page.QuerySelector("input[value=possible][checked]"));
    }

    [Fact]
    public async Task What_was_left_out_is_a_no_only_when_somebody_says_so()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        var file = $"/casos/{await OpenAsync(host)}";

        await TellAsync(client, file, "trabajo", ("Fact.working-conditions.hazardous", "yes"));
        var said = await client.PageAsync(file + "/hechos");
        await TellAsync(client, file, "trabajo", ("Answers.RestIsNo", "true"));
        var ruledOut = await client.PageAsync(file + "/hechos");

        static int Tags(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelectorAll("section[aria-labelledby=trabajo] .tag").Length;
        Assert.Equal(1, Tags(said));
        Assert.Equal(CodeLists.Get("working-conditions").Entries.Count, Tags(ruledOut));
    }

    [Fact]
    public async Task The_printed_determination_is_a_tagged_pdf_in_either_language()
    {
        Assert.SkipUnless(PdfPrinter.IsAvailable, "There is no Chromium here.");
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Supervisor);
        var file = $"/casos/{await OpenAsync(host)}";
        using var decided = await client.SendFormAsync(
            file + "/determinacion/decidir",
            "determine",
            ("Answers.Outcome", "possible"),
            ("Answers.Body", "police"),
            ("Answers.Reasons", Reasons)
        );

        foreach (var language in new[] { "es", "en" })
        {
            using var pdf = await client.GetAsync(
                new Uri(
                    $"{decided.Headers.Location!.PathAndQuery}/{language}.pdf",
                    UriKind.Relative
                )
            );
            var bytes = await pdf.Content.ReadAsByteArrayAsync();

            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
            Assert.True(pdf.Headers.CacheControl?.NoStore);
            Assert.StartsWith(
                "faro-",
                pdf.Content.Headers.ContentDisposition?.FileName?.Trim('"'),
                StringComparison.Ordinal
            );
            Assert.True(bytes.AsSpan().IndexOf("/StructTreeRoot"u8) > 0);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_is_done_by_the_API(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);
        var file = $"/api/cases/{await OpenAsync(host)}";
        var evidence = new { source = "statement", certainty = "certain" };

        using var told = await client.PostAsJsonAsync(
            file + "/record-facts",
            new
            {
                answers = new[]
                {
                    new
                    {
                        kind = "trafficking-acts",
                        code = "retain",
                        answer = "yes",
                    },
                    new
                    {
                        kind = "exploitation-forms",
                        code = "slavery",
                        answer = "yes",
                    },
                },
                evidence,
                adds = true,
            }
        );
        using var assessed = await client.PostAsync(
            new Uri(file + "/assess", UriKind.Relative),
            null
        );
        using var decided = await client.PostAsJsonAsync(
            file + "/determine",
            new
            {
                outcome = "identified",
                body = "police",
                decider = "Comandancia",
                reasons = Reasons,
            }
        );
        using var refused = await client.PostAsJsonAsync(
            file + "/record-facts",
            new
            {
                answers = new[]
                {
                    new
                    {
                        kind = "planets",
                        code = "mars",
                        answer = "yes",
                    },
                },
                evidence,
                adds = true,
            }
        );

        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var laws = (await assessed.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("findings")
            .GetProperty("assessment")
            .GetProperty("laws");
        Assert.Equal("cannot-be-said", laws[0].GetProperty("conclusion").GetString());
        Assert.Equal("present", laws[1].GetProperty("conclusion").GetString());
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        Assert.Contains(
            "identification.fact-unknown",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    private static async Task TellAsync(
        HttpClient client,
        string file,
        string step,
        params (string, string)[] answers
    )
    {
        using var answer = await client.SendFormAsync(
            $"{file}/hechos/{step}",
            "record-facts",
            answers
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<Guid> OpenAsync(FaroHost host)
    {
        var id = await host.OpenCaseAsync("24-26");
        await FaroHost.DoneAsync(
            host.Get<MoveCase>(),
            host.ActorOf(Role.Caseworker),
            new MoveCaseInput(id, 1, CaseStates.Screening)
        );
        return id;
    }
}
