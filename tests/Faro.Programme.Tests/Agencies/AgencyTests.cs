// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Agencies;

public sealed class AgencyTests
{
    private static readonly AgencyFacts Shelter = new()
    {
        Name = "Refugio Bahía Serena",
        ShortName = "Bahía Serena",
        Sector = "social",
        Kind = "civil-society",
        Territory = "14067",
        Phone = "+52 (322) 123-4567",
        Email = "contacto@bahia.example",
        Mandate = "Alojamiento especializado, voluntario.",
    };

    [Theory]
    [EveryDatabase]
    public async Task An_agency_is_registered_changed_closed_and_opened_again(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var admin = programme.As(Role.Administrator);

        var id = await programme.DoneAsync(programme.Get<RegisterAgency>(), admin, Shelter);
        await programme.DoneAsync(
            programme.Get<ChangeAgency>(),
            admin,
            new ChangeAgencyInput(id, 1, Shelter with { Territory = "14" })
        );
        await programme.DoneAsync(programme.Get<CloseAgency>(), admin, id);
        var twice = await programme.RunAsync(programme.Get<CloseAgency>(), admin, id);
        var closed = await programme.ReadAsync(db => db.Agencies.SingleAsync());
        await programme.DoneAsync(programme.Get<ReopenAgency>(), admin, id);
        var open = await programme.RunAsync(programme.Get<ReopenAgency>(), admin, id);

        Assert.Equal(
            ("+523221234567", "14", true),
            (closed.Phone, closed.Territory, closed.Closed)
        );
        Assert.Equal(AgencyRefusals.IsClosed, Assert.Single(twice.Refusals).Code);
        Assert.Equal(AgencyRefusals.IsOpen, Assert.Single(open.Refusals).Code);
        Assert.False(
            await programme.ReadAsync(db => db.Agencies.Select(row => row.Closed).SingleAsync())
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_agencies_never_have_one_name_whatever_its_accents(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var admin = programme.As(Role.Administrator);
        await programme.DoneAsync(programme.Get<RegisterAgency>(), admin, Shelter);
        var other = await programme.DoneAsync(
            programme.Get<RegisterAgency>(),
            admin,
            Shelter with
            {
                Name = "Otra",
            }
        );
        var same = Shelter with { Name = "REFUGIO  bahia serena" };

        var registered = await programme.RunAsync(programme.Get<RegisterAgency>(), admin, same);
        var changed = await programme.RunAsync(
            programme.Get<ChangeAgency>(),
            admin,
            new ChangeAgencyInput(other, 1, same)
        );

        Assert.Equal(AgencyRefusals.NameTaken, Assert.Single(registered.Refusals).Code);
        Assert.Equal(AgencyRefusals.NameTaken, Assert.Single(changed.Refusals).Code);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterAgency>(),
            programme.As(Role.FocalPoint),
            new AgencyFacts
            {
                Name = " ",
                ShortName = "",
                Sector = "publico",
                Kind = "",
                Territory = "14000",
                Phone = "3221234567",
                Email = "nobody",
                Mandate = new string('m', Agency.NotesMaxLength + 1),
            }
        );

        string[] expected =
        [
            AgencyRefusals.EmailNotAnAddress,
            AgencyRefusals.KindUnknown,
            AgencyRefusals.NameMissing,
            AgencyRefusals.PhoneNotInternational,
            AgencyRefusals.SectorUnknown,
            AgencyRefusals.ShortNameMissing,
            AgencyRefusals.TerritoryUnknown,
            AgencyRefusals.TooLong,
        ];
        Assert.Equal(
            expected,
            outcome.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task An_older_form_does_not_overwrite_a_newer_change()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);
        var admin = programme.As(Role.Administrator);
        var id = await programme.DoneAsync(programme.Get<RegisterAgency>(), admin, Shelter);
        await programme.DoneAsync(programme.Get<CloseAgency>(), admin, id);

        var outcome = await programme.RunAsync(
            programme.Get<ChangeAgency>(),
            admin,
            new ChangeAgencyInput(id, 1, Shelter)
        );

        Assert.Equal(AgencyRefusals.ChangedMeanwhile, Assert.Single(outcome.Refusals).Code);
    }

    [Fact]
    public async Task A_caseworker_does_not_keep_the_directory()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterAgency>(),
            programme.As(Role.Caseworker),
            Shelter
        );

        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
    }
}
