// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Programme.Settings;
using Faro.Tests.Support;

namespace Faro.Programme.Tests.People;

/// <summary>What tests of people begin with.</summary>
internal static class PeopleSteps
{
    public static readonly PersonFacts Facts = new() { Sex = "female", Status = "possible-victim" };

    /// <summary>Invented.</summary>
    public static readonly PersonIdentity Marisol = new()
    {
        GivenNames = "Marisol Ixchel",
        Surname1 = "Núñez",
        Surname2 = "Güemes",
        Aliases = ["La Chaparra"],
        Birth = BirthDate.On(new DateOnly(2007, 3, 9)),
        Documents = [new IdentityDocument("dpi-cui", "1234 56789 0101", "gt")],
        Phones = [new IdentityPhone("+502 4123 9876", Safe: false, "Contesta el primo")],
        Address = "Callejón Tortugueros 14, interior B",
        Notes = "Cicatriz pequeña en la mano izquierda",
    };

    public static async Task<TestProgramme> BeginAsync(DatabaseKind kind)
    {
        var programme = await TestProgramme.StartAsync(kind);
        await FillAsync(programme);
        return programme;
    }

    /// <summary>The programme's own row.</summary>
    public static Task FillAsync(TestProgramme programme) =>
        programme.WriteAsync(act =>
        {
            act.Db.Profiles.Add(
                new ProgrammeProfile
                {
                    Id = act.NewId(),
                    Name = "Programa de prueba",
                    Country = "mx",
                    Territory = "14067",
                    TerritoryName = "Puerto Vallarta",
                    NumberPrefix = "PVR",
                    ImpactAssessedOn = new DateOnly(2026, 1, 15),
                    ImpactReference = "EIPD-2026-01",
                    CreatedAt = act.Now,
                }
            );
            return Task.CompletedTask;
        });

    public static Task<Guid> RegisterAsync(
        this TestProgramme programme,
        PersonIdentity? identity = null,
        Actor? actor = null
    ) =>
        programme.DoneAsync(
            programme.Get<RegisterPerson>(),
            actor ?? programme.As(Role.Caseworker),
            new RegisterPersonInput(Facts, identity)
        );

    public static Task<PeopleFound> SearchAsync(
        this TestProgramme programme,
        PersonQuery query,
        Actor? actor = null
    ) =>
        programme.DoneAsync(
            programme.Get<SearchPeople>(),
            actor ?? programme.As(Role.Caseworker),
            query
        );

    /// <summary>A caseworker of another agency.</summary>
    public static Actor Stranger(this TestProgramme programme) =>
        programme.As(Role.Caseworker, new Guid("00000000-0000-7000-8000-00000000a002"));
}
