// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.People;

/// <summary>People through the API: exactly what the screens show to the same account.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("people");
        people.MapGet("/", ListAsync).RequireDoor(Permissions.ViewPeople);
        people.MapGet("/{id:guid}", GetAsync).RequireDoor(Permissions.ViewPeople);
        people.MapGet("/{id:guid}/relations", RelationsAsync).RequireDoor(Permissions.ViewPeople);
        people.MapPost("/register", RegisterAsync).RequireDoor(Permissions.RegisterPeople);
        people
            .MapPost("/find-duplicates", FindDuplicatesAsync)
            .RequireDoor(Permissions.RegisterPeople);
        people.MapPost("/search", SearchAsync).RequireDoor(Permissions.ViewIdentity);
        people.MapPost("/{id:guid}/change", ChangeAsync).RequireDoor(Permissions.RegisterPeople);
        people
            .MapPost("/{id:guid}/read-identity", ReadIdentityAsync)
            .RequireDoor(Permissions.ViewIdentity);
        people
            .MapPost("/{id:guid}/change-identity", ChangeIdentityAsync)
            .RequireDoor(Permissions.ViewIdentity);
        people.MapPost("/{id:guid}/erase", EraseAsync).RequireDoor(Permissions.ErasePeople);
        people
            .MapPost("/{id:guid}/register-relation", RegisterRelationAsync)
            .RequireDoor(Permissions.RegisterPeople);
        people
            .MapPost("/{id:guid}/remove-relation", RemoveRelationAsync)
            .RequireDoor(Permissions.RegisterPeople);
    }

    private static async Task<Ok<ApiPage<PersonRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        string? status,
        string? sex,
        string? country,
        string? age,
        CancellationToken cancellation
    )
    {
        var rows = ApiPage.Take(take);
        var read = await new PersonFilter(status, sex, country, age, after).ReadAsync(
            db.People.VisibleTo(current.Actor),
            rows + 1,
            cancellation
        );
        return TypedResults.Ok(ApiPage.From(read, rows, row => row.Id));
    }

    private static async Task<Results<Ok<PersonSummary>, ProblemHttpResult>> GetAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    )
    {
        var person = await PersonSummary.ReadAsync(db, current.Actor, id, cancellation);
        Outcome<PersonSummary> outcome = person is null
            ? new Refusal(PeopleRefusals.NotFound)
            : person;
        return outcome.ToApi(words);
    }

    private static async Task<Ok<ApiPage<RelationRow>>> RelationsAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    )
    {
        var person = await PersonSummary.ReadAsync(db, current.Actor, id, cancellation);
        var rows = person is null
            ? []
            : await RelationRow.ReadAsync(db, current.Actor, id, cancellation);
        return TypedResults.Ok(new ApiPage<RelationRow>(rows, null));
    }

    private static async Task<Results<Ok<Guid>, ProblemHttpResult>> RegisterAsync(
        RegisterPersonBody body,
        RegisterPerson operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) =>
        (
            await operation.RunAsync(
                current.Actor,
                new RegisterPersonInput(body.Facts, body.Identity, body.RegisteredOn),
                cancellation
            )
        ).ToApi(words);

    private static async Task<Results<Ok<PeopleFound>, ProblemHttpResult>> FindDuplicatesAsync(
        PersonIdentity body,
        FindDuplicates operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) => (await operation.RunAsync(current.Actor, body, cancellation)).ToApi(words);

    private static async Task<Results<Ok<PeopleFound>, ProblemHttpResult>> SearchAsync(
        PersonQuery body,
        SearchPeople operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) => (await operation.RunAsync(current.Actor, body, cancellation)).ToApi(words);

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> ChangeAsync(
        Guid id,
        ChangePersonBody body,
        ChangePerson operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) =>
        (
            await operation.RunAsync(
                current.Actor,
                new ChangePersonInput(id, body.Version, body.Facts),
                cancellation
            )
        ).ToApi(words);

    private static async Task<Results<Ok<IdentityReading>, ProblemHttpResult>> ReadIdentityAsync(
        Guid id,
        HttpResponse response,
        ReadIdentity operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    )
    {
        response.Headers.CacheControl = "no-store";
        return (await operation.RunAsync(current.Actor, id, cancellation)).ToApi(words);
    }

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> ChangeIdentityAsync(
        Guid id,
        ChangeIdentityBody body,
        ChangeIdentity operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) =>
        (
            await operation.RunAsync(
                current.Actor,
                new ChangeIdentityInput(id, body.Version, body.Identity),
                cancellation
            )
        ).ToApi(words);

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> EraseAsync(
        Guid id,
        ErasePersonBody body,
        ErasePerson operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) =>
        (
            await operation.RunAsync(
                current.Actor,
                new ErasePersonInput(id, body.Reason, body.TypedNumber),
                cancellation
            )
        ).ToApi(words);

    private static async Task<Results<Ok<Guid>, ProblemHttpResult>> RegisterRelationAsync(
        Guid id,
        RegisterRelationBody body,
        RegisterRelation operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) =>
        (
            await operation.RunAsync(
                current.Actor,
                new RegisterRelationInput(id, body.RelativeNumber, body.Kind),
                cancellation
            )
        ).ToApi(words);

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> RemoveRelationAsync(
        Guid id,
        RemoveRelationBody body,
        RemoveRelation operation,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    ) =>
        (
            await operation.RunAsync(
                current.Actor,
                new RemoveRelationInput(id, body.RelationId),
                cancellation
            )
        ).ToApi(words);

    internal sealed record RegisterPersonBody(
        PersonFacts Facts,
        PersonIdentity? Identity,
        DateOnly? RegisteredOn
    );

    internal sealed record ChangePersonBody(int Version, PersonFacts Facts);

    internal sealed record ChangeIdentityBody(int Version, PersonIdentity Identity);

    internal sealed record ErasePersonBody(string Reason, string TypedNumber);

    internal sealed record RegisterRelationBody(string RelativeNumber, string Kind);

    internal sealed record RemoveRelationBody(Guid RelationId);
}
