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
        people.MapOperation<RegisterPerson, RegisterPersonBody, RegisterPersonInput, Guid>(
            "register",
            body => new(body.Facts, body.Identity, body.RegisteredOn)
        );
        people.MapOperation<FindDuplicates, PersonIdentity, PeopleFound>("find-duplicates");
        people.MapOperation<SearchPeople, PersonQuery, PeopleFound>("search");
        people.MapItemOperation<ChangePerson, ChangePersonBody, ChangePersonInput, Done>(
            "change",
            (id, body) => new(id, body.Version, body.Facts)
        );
        people.MapItemOperation<ErasePerson, ErasePersonBody, ErasePersonInput, Done>(
            "erase",
            (id, body) => new(id, body.Reason, body.TypedNumber)
        );
        people.MapItemOperation<JoinRecords, JoinBody, JoinRecordsInput, Done>(
            "join",
            (id, body) => new(id, body.Version, body.OtherId, body.OtherVersion)
        );
        people.MapItemOperation<PartRecords, Done>("part");
        MapIdentity(people);
        MapRelations(people);
    }

    private static void MapIdentity(RouteGroupBuilder people)
    {
        people.MapItemOperation<ReadIdentity, IdentityReading>("read-identity").NeverStored();
        people.MapItemOperation<ChangeIdentity, ChangeIdentityBody, ChangeIdentityInput, Done>(
            "change-identity",
            (id, body) => new(id, body.Version, body.Identity)
        );
    }

    private static void MapRelations(RouteGroupBuilder people)
    {
        people.MapItemOperation<
            RegisterRelation,
            RegisterRelationBody,
            RegisterRelationInput,
            Guid
        >("register-relation", (id, body) => new(id, body.RelativeNumber, body.Kind));
        people.MapItemOperation<RemoveRelation, RemoveRelationBody, RemoveRelationInput, Done>(
            "remove-relation",
            (id, body) => new(id, body.RelationId)
        );
    }

    private static Task<Ok<ApiPage<PersonRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        string? status,
        string? sex,
        string? country,
        string? age,
        CancellationToken cancellation
    ) =>
        new PersonFilter(status, sex, country, age, after)
            .Rows(db.People.VisibleTo(current.Actor))
            .ToPageAsync(take, row => row.Id, cancellation);

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

    internal sealed record RegisterPersonBody(
        PersonFacts Facts,
        PersonIdentity? Identity,
        DateOnly? RegisteredOn
    );

    internal sealed record ChangePersonBody(int Version, PersonFacts Facts);

    internal sealed record ChangeIdentityBody(int Version, PersonIdentity Identity);

    internal sealed record JoinBody(int Version, Guid OtherId, int OtherVersion);

    internal sealed record ErasePersonBody(string Reason, string TypedNumber);

    internal sealed record RegisterRelationBody(string RelativeNumber, string Kind);

    internal sealed record RemoveRelationBody(Guid RelationId);
}
