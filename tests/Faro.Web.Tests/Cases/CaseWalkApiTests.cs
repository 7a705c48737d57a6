// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Web.Tests.Cases;

/// <summary>The whole path of a case as another program walks it: by the API alone.</summary>
public sealed class CaseWalkApiTests
{
    private static readonly object Identity = new { givenNames = "Marisol", surname1 = "Núñez" };

    [Theory]
    [EveryDatabase]
    public async Task A_program_walks_a_case_from_the_first_sign_to_its_end(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        await host.WriteAsync(async act =>
            (await act.Db.Profiles.FirstAsync()).SecondPerson = true
        );
        using var worker = host.As(Role.Caseworker);
        using var second = host.As(Role.Supervisor);
        await worker.PostedAsync(
            "/api/people/register",
            new { facts = new { sex = "female", status = "possible-victim" }, identity = Identity }
        );

        var alike = await worker.PostedAsync("/api/people/find-duplicates", Identity);
        Assert.Equal(1, alike.GetProperty("people").GetArrayLength());
        var file = await RegisterAsync(worker);
        Assert.Equal("lead", await StateAsync(worker, file));

        await InterviewAsync(worker, file);
        Assert.Equal("screening", await StateAsync(worker, file));
        await MoveAsync(worker, file, "possible-victim");
        await RecordFactsAsync(worker, file);
        await DetermineAsync(worker, second, file);
        Assert.Equal("identified-victim", await StateAsync(worker, file));

        await ConsentAsync(worker, file);
        await AssessAsync(worker, file);
        await PlanAsync(worker, file);
        await MoveAsync(worker, file, "assisted");
        await worker.PostedAsync(
            $"{file}/record-service-given",
            new { kind = "legal", notes = "Orientación sobre la denuncia" }
        );
        await CloseAsync(worker, file);
    }

    private static async Task<string> RegisterAsync(HttpClient worker)
    {
        var id = await worker.PostedAsync(
            "/api/cases/register-lead",
            new
            {
                facts = new
                {
                    sex = "female",
                    status = "possible-victim",
                    ageBand = "18-20",
                },
                identity = Identity,
                origin = "hotline",
            }
        );
        return $"/api/cases/{id.GetGuid()}";
    }

    private static async Task InterviewAsync(HttpClient worker, string file)
    {
        var interview = await worker.PostedAsync(
            "/api/screenings/start",
            new
            {
                caseId = file.Split('/')[^1],
                instrument = "field-screening",
                facts = new
                {
                    language = "spa",
                    channel = "in-person",
                    place = "office",
                    interpreter = "not-needed",
                    company = new[] { "nobody" },
                },
            }
        );
        var saved = await worker.PostedAsync(
            $"/api/screenings/{interview.GetGuid()}/save",
            new
            {
                key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                baseVersion = 1,
                answers = new
                {
                    safe_now = "yes",
                    con_interview = "yes",
                    danger_now = "no",
                    con_purpose = "yes",
                    con_data_use = "yes",
                    con_research = "no",
                    con_request_data = "yes",
                    con_retention = "yes",
                    con_withdrawal = "yes",
                },
                declined = new[] { "hurt" },
                state = "finished",
            }
        );
        Assert.Equal("finished", saved.GetProperty("state").GetString());
    }

    private static async Task RecordFactsAsync(HttpClient worker, string file)
    {
        (string Kind, string Code)[] told =
        [
            ("recruitment-methods", "online-social-network"),
            ("trafficking-acts", "recruit"),
            ("control-means", "withholds-documents"),
            ("exploitation-forms", "sexual-exploitation"),
        ];
        var recorded = await worker.PostedAsync(
            $"{file}/record-facts",
            new
            {
                answers = told.Select(fact => new
                {
                    fact.Kind,
                    fact.Code,
                    Answer = "yes",
                }),
                evidence = new { source = "statement", certainty = "certain" },
            }
        );
        Assert.Equal(told.Length, recorded.GetInt32());
    }

    /// <summary>Whoever proposed it cannot confirm it; another person can.</summary>
    private static async Task DetermineAsync(HttpClient worker, HttpClient second, string file)
    {
        var proposed = await worker.PostedAsync(
            $"{file}/determine",
            new
            {
                outcome = "identified",
                body = "civil-society",
                decider = "Trabajadora social inventada",
                reasons = "La captaron por internet y le quitaron el pasaporte.",
            }
        );
        var settle = new { determinationId = proposed.GetGuid(), confirms = true };
        var refused = await worker.PostedAsync(
            $"{file}/settle-determination",
            settle,
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal("identification.same-person", refused.GetProperty("code").GetString());
        Assert.Equal("possible-victim", await StateAsync(worker, file));
        await second.PostedAsync($"{file}/settle-determination", settle);
    }

    private static async Task ConsentAsync(HttpClient worker, string file)
    {
        var texts = await worker.GetFromJsonAsync<JsonElement>("/api/consents/texts");
        var text = texts
            .EnumerateArray()
            .First(each =>
                each.GetProperty("purpose").GetString() == "data-use"
                && each.GetProperty("language").GetString() == "spa"
            );
        var caseId = file.Split('/')[^1];
        await worker.PostedAsync(
            "/api/consents/record",
            new
            {
                caseId,
                answers = new[]
                {
                    new
                    {
                        purpose = "data-use",
                        yes = true,
                        categories = new[] { "identity", "social" },
                        textId = text.GetProperty("id").GetGuid(),
                    },
                },
                items = new[] { "purpose", "data-use", "access", "retention", "withdrawal" },
                manner = "paper",
                capacity = "adult",
                assent = "",
                language = "spa",
                people = new { },
                givenOn = Casework.CaseFile.Today,
            }
        );
        var answer = await worker.PostedAsync(
            "/api/consents/ask",
            new
            {
                caseId,
                purpose = "data-use",
                categories = new[] { "identity" },
            }
        );
        Assert.True(answer.GetProperty("allowed").GetBoolean());
    }

    private static async Task AssessAsync(HttpClient worker, string file)
    {
        await worker.PostedAsync(
            $"{file}/assess",
            new
            {
                instrument = "risk",
                answers = new[]
                {
                    new
                    {
                        item = "threats",
                        level = "medium",
                        note = "",
                    },
                },
                overall = "high",
            }
        );
        await worker.PostedAsync(
            $"{file}/assess",
            new
            {
                instrument = "needs",
                answers = new[]
                {
                    new
                    {
                        item = "shelter",
                        level = "urgent",
                        note = "",
                    },
                },
            }
        );
        Assert.Equal("high", (await ReadAsync(worker, file)).GetProperty("risk").GetString());
    }

    private static async Task PlanAsync(HttpClient worker, string file)
    {
        await worker.PostedAsync(
            $"{file}/write-plan",
            new
            {
                version = 0,
                ownWords = "Quiero volver a estudiar.",
                agreement = "spoken",
            }
        );
        await worker.PostedAsync(
            $"{file}/add-goal",
            new { words = new { objective = "Terminar la secundaria" }, type = "education" }
        );
    }

    /// <summary>Closed, it takes no writing; reopened where it stood, unless she has another open case by then.</summary>
    private static async Task CloseAsync(HttpClient worker, string file)
    {
        var read = await ReadAsync(worker, file);
        await worker.PostedAsync(
            $"{file}/close",
            new { version = read.GetProperty("version").GetInt32(), reason = "goals-reached" }
        );
        var shut = await worker.PostedAsync(
            $"{file}/write-entry",
            new { text = "tarde" },
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal("case.is-closed", shut.GetProperty("code").GetString());

        var other = await worker.PostedAsync(
            "/api/cases/open",
            new { personId = read.GetProperty("personId").GetGuid(), origin = "self" }
        );
        var again = new { version = await VersionAsync(worker, file) };
        var refused = await worker.PostedAsync(
            $"{file}/reopen",
            again,
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal("case.already-open", refused.GetProperty("code").GetString());
        await worker.PostedAsync(
            $"/api/cases/{other.GetGuid()}/close",
            new { version = 1, reason = "duplicate" }
        );
        await worker.PostedAsync($"{file}/reopen", again);
        Assert.Equal("assisted", await StateAsync(worker, file));
    }

    private static async Task MoveAsync(HttpClient worker, string file, string to) =>
        await worker.PostedAsync(
            $"{file}/move",
            new { version = await VersionAsync(worker, file), to }
        );

    private static Task<JsonElement> ReadAsync(HttpClient worker, string file) =>
        worker.PostedAsync($"{file}/read");

    private static async Task<string?> StateAsync(HttpClient worker, string file) =>
        (await ReadAsync(worker, file)).GetProperty("state").GetString();

    private static async Task<int> VersionAsync(HttpClient worker, string file) =>
        (await ReadAsync(worker, file)).GetProperty("version").GetInt32();
}
