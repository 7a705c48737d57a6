// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Programme.Screening;
using Faro.Programme.Storage;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests.Screening;

/// <summary>A caseworker who signs in as people do, with an interview that has begun.</summary>
internal sealed class InterviewStage(FaroHost host, StaffAccount account)
{
    /// <summary>What a short screening cannot be finished without.</summary>
    public static readonly IReadOnlyList<(string Question, string Answer)> Least =
    [
        ("safe_now", "yes"),
        ("con_interview", "yes"),
        ("danger_now", "no"),
        ("con_purpose", "yes"),
        ("con_data_use", "yes"),
        ("con_research", "yes"),
        ("con_request_data", "yes"),
        ("con_retention", "yes"),
        ("con_withdrawal", "yes"),
    ];

    public Guid CaseId { get; private set; }

    public Guid InterviewId { get; private set; }

    public string TakePath => $"/entrevistas/tomar/{CaseId}/{InterviewId}";

    public string ReadingPath => $"/casos/{CaseId}/entrevistas/{InterviewId}";

    public static async Task<InterviewStage> BeginAsync(FaroHost host, string user)
    {
        var stage = new InterviewStage(host, await StaffAccount.CreateAsync(host, user));
        stage.CaseId = await stage.RunAsync(
            host.Get<RegisterLead>(),
            new RegisterLeadInput(
                new PersonFacts { Sex = "female", Status = "possible-victim" },
                new PersonIdentity { GivenNames = "Ana" },
                "hotline"
            )
        );
        stage.InterviewId = await stage.RunAsync(
            host.Get<StartInterview>(),
            new StartInterviewInput(
                stage.CaseId,
                "field-screening",
                new InterviewFacts("spa", "in-person", "office", "not-needed", ["nobody"])
            )
        );
        return stage;
    }

    public Task<InterviewReading> ReadAsync() => RunAsync(host.Get<ReadInterview>(), InterviewId);

    public async Task<int> SavesAsync()
    {
        await using var db = host.Get<DatabaseEngine>().OpenReader();
        return await db.InterviewSaves.CountAsync(
            save => save.InterviewId == InterviewId,
            TestContext.Current.CancellationToken
        );
    }

    public Task SignInAsync(IPage page, string? first = null) => account.SignInAsync(page, first);

    /// <summary>Opens the interview on the device, and waits until the device could go on without a network.</summary>
    public async Task TakeAsync(IPage page)
    {
        await page.GotoAsync(TakePath);
        await Assertions.Expect(page.Locator("[data-place] .page")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-kept]")).ToBeVisibleAsync();
    }

    /// <summary>All that a short screening needs, on one page.</summary>
    public static async Task AnswerAsync(IPage page, string notes)
    {
        await page.ClickAsync("text=Todo en una página");
        foreach (var (question, answer) in Least)
        {
            await page.CheckAsync($"#q-{question} input[value={answer}]");
        }

        await page.CheckAsync("#q-hurt-declined");
        await page.FillAsync("#q-field_notes textarea", notes);
    }

    private Task<TResult> RunAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        TInput input
    ) => FaroHost.DoneAsync(operation, account.Actor, input);
}
