// SPDX-License-Identifier: Apache-2.0
using Faro.Browser.Tests.Screening;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests.Cases;

/// <summary>
/// A case from the first sign to its end, by the screens alone, in Spanish and on a phone, following what each page offers
/// next. What it took is counted and stands in <c>docs/intake.md</c>.
/// </summary>
public sealed class CaseWalkTests(BrowserHost browser)
{
    private const int Phone = 360;

    [Theory]
    [EveryDatabase]
    public async Task A_caseworker_walks_a_case_from_the_first_sign_to_its_end(DatabaseKind kind)
    {
        await browser.StartedAsync();
        await using var host = await FaroHost.StartAsync(kind);
        await AskForASecondPersonAsync(host);
        var account = await StaffAccount.CreateAsync(host, "camino");
        await RegisterNamesakeAsync(host, account.Actor);
        var hand = new Hand(await browser.PageAsync(null, Phone, host: host));
        await account.SignInAsync(hand.Page);

        await RegisterACallAsync(hand);
        await RegisterByNameAsync(hand);
        await InterviewAsync(hand);
        await RecordFactsAsync(hand);
        await DecideAsync(hand, await browser.PageAsync(Role.Supervisor, Phone, host: host));
        await AskConsentAsync(hand);
        await AssessAsync(hand);
        await PlanAsync(hand);
        await ServeAsync(hand);
        await CloseAndReopenAsync(hand);

        await hand.Page.Context.CloseAsync();
        ApprovedPage.AssertIs("intake.md", IntakePage.Write(hand.All));
    }

    /// <summary>All that a call gives: how it came, and who it is about.</summary>
    private static async Task RegisterACallAsync(Hand hand)
    {
        await hand.Page.GotoAsync("/");
        hand.Begin(IntakePage.Least);
        await hand.GoAsync(hand.Link("Registrar un caso"));
        await hand.ChooseAsync("Answers.Origin", "hotline");
        await hand.ChooseAsync("Answers.Sex", "female");
        await hand.GoAsync(hand.Button("Registrar"));
        await ExpectStateAsync(hand, "Aviso o señal");
    }

    /// <summary>With a name, and somebody of that name is there already.</summary>
    private static async Task RegisterByNameAsync(Hand hand)
    {
        await hand.Page.GotoAsync("/");
        hand.Begin(IntakePage.ByName);
        await hand.GoAsync(hand.Link("Registrar un caso"));
        await hand.ChooseAsync("Answers.Origin", "civil-society");
        await hand.ChooseAsync("Answers.Sex", "female");
        await hand.ChooseAsync("Answers.Citizenship", "gt");
        await hand.ChooseAsync("Answers.AgeBand", "18-20");
        await hand.TypeAsync("Answers.GivenNames", "Marisol");
        await hand.TypeAsync("Answers.Surname1", "Núñez");
        await hand.GoAsync(hand.Button("Registrar"));
        await Assertions.Expect(hand.Page.Locator("#doubles")).ToBeVisibleAsync();
        await hand.TickAsync("#new-person");
        await hand.GoAsync(hand.Page.Locator(".notice.warn button[type=submit]"));
        await ExpectStateAsync(hand, "Aviso o señal");
    }

    private static async Task InterviewAsync(Hand hand)
    {
        hand.Begin("Entrevista de detección");
        await hand.GoAsync(hand.Link("Hacer la entrevista"));
        await hand.TickAsync("Answers.Instrument", "field-screening");
        await hand.TickAsync("Answers.Interpreter", "not-needed");
        await hand.TickAsync("Answers.Company", "nobody");
        await hand.ChooseAsync("Answers.Place", "office");
        await hand.GoAsync(hand.Button("Empezar"));
        await Assertions.Expect(hand.Page.Locator("[data-place] .page")).ToBeVisibleAsync();
        await hand.PressAsync(hand.Page.Locator("text=Todo en una página"));
        foreach (var (question, answer) in InterviewStage.Least)
        {
            await hand.TickAsync($"#q-{question} input[value={answer}]");
        }

        await hand.TickAsync("#q-hurt-declined");
        await hand.TypeInAsync("#q-field_notes textarea", "Le quitaron el pasaporte.");
        await hand.GoAsync(hand.Button("Terminar la entrevista"));
        await ExpectStateAsync(hand, "En entrevista de detección");
        await hand.TickAsync("Answers.To", CaseStates.PossibleVictim);
        await hand.GoAsync(hand.Button("Cambiar el estado del caso"));
        await ExpectStateAsync(hand, "Posible víctima");
    }

    private static async Task RecordFactsAsync(Hand hand)
    {
        (string Kind, string Code)[] told =
        [
            ("recruitment-methods", "online-social-network"),
            ("trafficking-acts", "recruit"),
            ("control-means", "withholds-documents"),
        ];
        hand.Begin("Hechos, con su prueba");
        await hand.GoAsync(hand.Link("Anotar los hechos"));
        foreach (var (kind, code) in told)
        {
            await hand.TickAsync($"Fact.{kind}.{code}", "yes");
            await hand.GoAsync(hand.Page.Locator("button[name=Go]"));
        }

        await hand.TickAsync("Fact.exploitation-forms.sexual-exploitation", "yes");
        await hand.GoAsync(hand.Button("Guardar y volver"));
    }

    private static async Task DecideAsync(Hand hand, IPage second)
    {
        hand.Begin("Determinación, propuesta");
        await hand.GoAsync(hand.Link("Decidir si es víctima"));
        await hand.GoAsync(hand.Link("Decidir"));
        await hand.TickAsync("Answers.Outcome", "identified");
        await hand.TickAsync("Answers.Body", "civil-society");
        await hand.TypeAsync(
            "Answers.Reasons",
            "La captaron por internet y le quitaron el pasaporte."
        );
        await hand.GoAfterAskingAsync(hand.Button("Proponer la decisión"));
        await Assertions.Expect(hand.Button("Confirmar")).ToBeVisibleAsync();

        var other = new Hand(second);
        await second.GotoAsync("/");
        other.Begin("Determinación, confirmada por otra persona");
        await other.GoAsync(second.Locator("a:has-text('esperan a una segunda persona')"));
        await other.GoAfterAskingAsync(other.Button("Confirmar"));
        await Assertions.Expect(other.Button("Confirmar")).ToHaveCountAsync(0);
        await second.Context.CloseAsync();
        hand.Add(other);
        await hand.Page.ReloadAsync();
    }

    private static async Task AskConsentAsync(Hand hand)
    {
        hand.Begin("Consentimiento, firmado en papel");
        await hand.GoAsync(hand.Link("Preguntar qué consiente"));
        await hand.TickAsync("Answers.Purposes", "data-use");
        await hand.GoAsync(hand.Button("Seguir"));
        await hand.TickAsync("input[name^='Answers.Says'][value=yes]");
        foreach (var item in new[] { "purpose", "data-use", "access", "retention", "withdrawal" })
        {
            await hand.TickAsync("Answers.Items", item);
        }

        await hand.GoAsync(hand.Button("Seguir"));
        await hand.TickAsync("Answers.Capacity", "adult");
        await hand.TickAsync("Answers.Manner", "paper");
        await hand.GoAsync(hand.Button("Seguir"));
        await hand.GoAsync(hand.Button("Guardar el consentimiento"));
        await ExpectStateAsync(hand, "Víctima identificada");
    }

    private static async Task AssessAsync(Hand hand)
    {
        hand.Begin("Riesgo y necesidades");
        await hand.GoAsync(hand.Link("Valorar el riesgo"));
        await hand.TickAsync("Level.exploiter-near", "high");
        await hand.TickAsync("Level.threats", "medium");
        await hand.TickAsync("Answers.Overall", "high");
        await hand.GoAsync(hand.Button("Guardar la valoración"));
        await hand.GoAsync(hand.Link("Valorar las necesidades"));
        await hand.TickAsync("Level.shelter", "urgent");
        await hand.GoAsync(hand.Button("Guardar la valoración"));
    }

    private static async Task PlanAsync(Hand hand)
    {
        hand.Begin("Plan y primera meta");
        await hand.GoAsync(hand.Link("Escribir su plan"));
        await hand.TypeAsync("Answers.OwnWords", "Quiero volver a estudiar.");
        await hand.TickAsync("Answers.Agreement", "spoken");
        await hand.GoAsync(hand.Button("Guardar"));
        await hand.GoAsync(hand.Link("Poner la primera meta"));
        await hand.TypeAsync("Answers.Objective", "Terminar la secundaria");
        await hand.ChooseAsync("Answers.Type", "education");
        await hand.GoAsync(hand.Button("Guardar la meta"));
    }

    private static async Task ServeAsync(Hand hand)
    {
        hand.Begin("Atención y primer servicio");
        await hand.GoAsync(hand.Link("Pasar el caso a «En atención»"));
        await hand.ChooseAsync("Move.To", CaseStates.Assisted);
        await hand.GoAsync(hand.Button("Pasar"));
        await ExpectStateAsync(hand, "En atención");
        await hand.GoAsync(hand.Link("Anotar el primer servicio"));
        await hand.ChooseAsync("Answers.Kind", "legal");
        await hand.GoAsync(hand.Button("Guardar el servicio"));
        await Assertions
            .Expect(hand.Page.Locator("table a:has-text('Asesoría y representación jurídica')"))
            .ToBeVisibleAsync();
    }

    /// <summary>Closed, nothing can be written in it; reopened, it stands where it stood.</summary>
    private static async Task CloseAndReopenAsync(Hand hand)
    {
        hand.Begin("Cierre");
        await hand.GoAsync(hand.Link("Historia"));
        await hand.GoAsync(hand.Link("Cerrar el caso"));
        await hand.TickAsync("Answers.Reason", "goals-reached");
        await hand.GoAsync(hand.Button("Cerrar"));
        await ExpectStateAsync(hand, "Cerrado");
        await Assertions.Expect(hand.Link("Cerrar el caso")).ToHaveCountAsync(0);

        hand.Begin("Reapertura");
        await hand.GoAfterAskingAsync(hand.Button("Reabrir el caso"));
        await ExpectStateAsync(hand, "En atención");
    }

    private static Task ExpectStateAsync(Hand hand, string state) =>
        Assertions.Expect(hand.Page.Locator("h1 .tag").First).ToHaveTextAsync(state);

    private static Task AskForASecondPersonAsync(FaroHost host) =>
        host.WriteAsync(async act => (await act.Db.Profiles.FirstAsync()).SecondPerson = true);

    private static Task<Guid> RegisterNamesakeAsync(FaroHost host, Actor actor) =>
        FaroHost.DoneAsync(
            host.Get<RegisterLead>(),
            actor,
            new RegisterLeadInput(
                new PersonFacts { Sex = "female", Status = "possible-victim" },
                new PersonIdentity { GivenNames = "Marisol", Surname1 = "Nuñes" },
                "hotline"
            )
        );
}
