// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
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
internal sealed class InterviewStage(FaroHost host, Actor actor, string user)
{
    private const string Password = "cuatro nubes caminan despacio";

    public Guid CaseId { get; private set; }

    public Guid InterviewId { get; private set; }

    public string TakePath => $"/entrevistas/tomar/{CaseId}/{InterviewId}";

    public string ReadingPath => $"/casos/{CaseId}/entrevistas/{InterviewId}";

    public static async Task<InterviewStage> BeginAsync(FaroHost host, string user)
    {
        await FaroHost.DoneAsync(
            host.Get<CreateUser>(),
            Actor.System,
            new CreateUserInput(user, "Trabajo social", host.AgencyId, [Role.Caseworker.Code], "es")
            {
                Compartments = [Compartments.Social],
                ChosenPassword = new Secret(Password),
            }
        );
        await using var db = host.Get<DatabaseEngine>().OpenReader();
        var account = await db.Users.SingleAsync(
            each => each.UserName == user,
            TestContext.Current.CancellationToken
        );
        var stage = new InterviewStage(host, account.Acting(null), user);
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

    public async Task SignInAsync(IPage page, string? first = null)
    {
        await page.GotoAsync(first ?? "/entrar");
        await page.FillAsync("[name='Answers.UserName']", user);
        await page.FillAsync("[name='Answers.Password']", Password);
        await page.ClickAsync("form:has([name='Answers.Password']) button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/entrar", StringComparison.Ordinal));
    }

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
        foreach (var question in new[] { "safe_now", "con_interview" })
        {
            await page.CheckAsync($"#q-{question} input[value=yes]");
        }

        await page.CheckAsync("#q-danger_now input[value=no]");
        foreach (
            var question in new[]
            {
                "con_purpose",
                "con_data_use",
                "con_research",
                "con_request_data",
                "con_retention",
                "con_withdrawal",
            }
        )
        {
            await page.CheckAsync($"#q-{question} input[value=yes]");
        }

        await page.CheckAsync("#q-hurt-declined");
        await page.FillAsync("#q-field_notes textarea", notes);
    }

    private Task<TResult> RunAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        TInput input
    ) => FaroHost.DoneAsync(operation, actor, input);
}
