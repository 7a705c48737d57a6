// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Xunit;

namespace Faro.Web.Tests.Approvals;

public sealed class ApprovalPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_closing_is_asked_for_approved_by_the_supervisor_and_done(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        using var lead = file.Host.As(Role.Supervisor);
        var rule = $"/aprobaciones/reglas/closure?de={file.Host.AgencyId}";
        await PostAsync(
            lead,
            rule,
            "set-rule",
            ("Who.1", "supervisor"),
            ("Days.1", "2"),
            ("Answers.AsksAgain", "true")
        );
        using var refused = await file.Client.SendFormAsync(
            file.Path + "/cerrar",
            "close-case",
            ("Answers.Reason", "own-wish")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "approval.closure-needed",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        await file.SendAsync(
            "/aprobaciones",
            "ask-approval",
            ("Answers.Subject", "closure"),
            ("Answers.Choice", "own-wish"),
            ("Answers.Words", "Ya vive con su hermana")
        );
        var home = (await lead.PageAsync("/")).QuerySelector("a[href='/por-aprobar']");
        Assert.NotNull(home);
        var one = (await lead.PageAsync("/por-aprobar"))
            .QuerySelector("tbody a")!
            .GetAttribute("href")!;
        var page = await lead.PageAsync(one);
        Assert.Contains(
            "Ya vive con su hermana",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        // The one who asked is shown it without the buttons.
        Assert.Null((await file.Client.PageAsync(one)).QuerySelector("[value='true']"));
        await PostAsync(lead, one, "answer-approval", ("Answers.Grants", "true"));

        await file.SendAsync("/cerrar", "close-case", ("Answers.Reason", "own-wish"));
        var after = await file.PageAsync("/aprobaciones");
        Assert.Contains(
            "Aprobado y cumplido",
            after.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        var printed = await file.PageAsync("/expediente?parte=social");
        Assert.Contains(
            "Ya vive con su hermana",
            printed.QuerySelector("article.report")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_rule_with_any_number_of_levels_is_set_from_the_screen(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var administrator = host.As(Role.Administrator);
        const string Rule = "/aprobaciones/reglas/plan";
        (string, string)[] levels =
        [
            ("Who.1", "caseworker"),
            ("Days.1", "1"),
            ("Who.2", "supervisor"),
            ("Days.2", "5"),
        ];
        await PostAsync(administrator, Rule, "set-rule", levels);
        await PostAsync(
            administrator,
            Rule,
            "set-rule",
            ("Who.3", "supervisor"),
            ("Days.3", "4"),
            ("Who.4", "caseworker"),
            ("Days.4", "9")
        );

        var row = (await administrator.PageAsync("/aprobaciones/reglas"))
            .QuerySelectorAll("tbody tr")
            .Single(each =>
                each.TextContent.Contains("Plan de atención", StringComparison.Ordinal)
            );
        Assert.Contains(
            "Trabajo social (1 días hábiles) → Coordinación (5 días hábiles) → Coordinación (4 días hábiles) → Trabajo social (9 días hábiles)",
            row.TextContent,
            StringComparison.Ordinal
        );
        using var wrong = await administrator.SendFormAsync(Rule, "set-rule", ("Days.2", "many"));
        var page = await wrong.ReadPageAsync();
        Assert.Contains(
            "Nivel 2",
            page.QuerySelector("#Answers-Levels-2 .error")!.TextContent,
            StringComparison.Ordinal
        );
        await PostAsync(administrator, Rule, "remove-rule");
        Assert.DoesNotContain(
            "→",
            (await administrator.PageAsync("/aprobaciones/reglas")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_API_sets_a_rule_asks_and_answers(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        using var lead = file.Host.As(Role.Supervisor);
        await JsonAsync<object>(
            lead,
            "/api/approval-rules/set",
            new
            {
                agencyId = file.Host.AgencyId,
                subject = "plan",
                version = 0,
                levels = new[]
                {
                    new
                    {
                        role = "supervisor",
                        userIds = Array.Empty<Guid>(),
                        days = 3,
                    },
                },
            }
        );
        await file.SendAsync(
            "/plan/escribir",
            "write-plan",
            ("Answers.OwnWords", "Quiero estudiar"),
            ("Answers.Agreement", "spoken")
        );
        var asked = await JsonAsync<Guid>(
            file.Client,
            $"/api/cases/{file.Id}/ask-approval",
            new { subject = "plan" }
        );

        var waiting = await lead.GetFromJsonAsync<List<Answer>>("/api/approvals");
        Assert.Equal(asked, Assert.Single(waiting!).Id);
        await JsonAsync<object>(
            lead,
            $"/api/approvals/{asked}/answer",
            new { version = 1, grants = true }
        );

        var all = await JsonAsync<List<Answer>>(
            file.Client,
            $"/api/cases/{file.Id}/read-approvals",
            null
        );
        Assert.Equal("approved", Assert.Single(all).State);
    }

    [Theory]
    [InlineData("/por-aprobar", "trainer")]
    [InlineData("/aprobaciones/reglas", "caseworker")]
    [InlineData("/aprobaciones/reglas/plan", "supervisor")]
    public async Task Nobody_comes_to_rules_or_a_queue_that_are_not_theirs(string path, string role)
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Find(role)!);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Contains(
            answer.StatusCode,
            new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound }
        );
    }

    private static async Task PostAsync(
        HttpClient client,
        string path,
        string form,
        params (string Name, string Value)[] answers
    )
    {
        using var answer = await client.SendFormAsync(path, form, answers);
        Assert.True(
            answer.Headers.Location is not null,
            $"{form}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
    }

    private static async Task<T> JsonAsync<T>(HttpClient client, string path, object? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    private sealed record Answer(Guid Id, string State = "");
}
