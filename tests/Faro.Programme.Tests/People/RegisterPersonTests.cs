// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class RegisterPersonTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_person_without_a_name_can_be_registered(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);

        var id = await programme.RegisterAsync();

        var person = await programme.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal((id, "PVR-2026-0001"), (person.Id, person.Number));
        Assert.Equal(programme.AgencyId, person.AgencyId);
        Assert.True(person.IsPresumedMinor);
        Assert.Equal(1, await programme.ReadAsync(db => db.SealedKeys.CountAsync()));
        Assert.Equal(0, await programme.ReadAsync(db => db.BlindTokens.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task Numbers_count_up_in_each_year_though_many_register_at_once(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var register = programme.Get<RegisterPerson>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(turn =>
                    programme.DoneAsync(
                        register,
                        programme.As(Role.Caseworker),
                        new RegisterPersonInput(
                            PeopleSteps.Facts,
                            RegisteredOn: turn % 2 == 0 ? new DateOnly(2019, 5, 1) : null
                        )
                    )
                )
        );

        var numbers = await programme.ReadAsync(db =>
            db.People.Select(person => person.Number).ToListAsync()
        );
        Assert.Equal(
            Enumerable
                .Range(1, 20)
                .SelectMany(last => new[] { $"PVR-2019-{last:D4}", $"PVR-2026-{last:D4}" })
                .Order(StringComparer.Ordinal),
            numbers.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refused_registration_uses_up_no_number(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);

        var refused = await programme.RunAsync(
            programme.Get<RegisterPerson>(),
            programme.As(Role.Caseworker),
            new RegisterPersonInput(PeopleSteps.Facts with { Sex = "" })
        );
        await programme.RegisterAsync();

        Assert.Equal(PeopleRefusals.SexUnknown, Assert.Single(refused.Refusals).Code);
        Assert.Equal(
            "PVR-2026-0001",
            await programme.ReadAsync(db => db.People.Select(person => person.Number).SingleAsync())
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_birth_date_gives_the_age_band(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);

        await programme.RegisterAsync(PeopleSteps.Marisol);

        var person = await programme.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal(("18-20", false), (person.AgeBand, person.IsPresumedMinor));
    }

    [Theory]
    [EveryDatabase]
    public async Task An_estimate_around_majority_presumes_a_minor(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var birth = new BirthDate(BirthPrecisions.Estimated, 2006, LatestYear: 2010);

        await programme.RegisterAsync(new PersonIdentity { Birth = birth });

        var person = await programme.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal(("", true), (person.AgeBand, person.AgeInDoubt));
        Assert.True(person.IsPresumedMinor);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterPerson>(),
            programme.As(Role.Caseworker),
            new RegisterPersonInput(
                new PersonFacts
                {
                    Sex = "mujer",
                    Status = "",
                    Gender = "?",
                    AgeBand = "18",
                    Citizenship = "xx",
                    ExploitationForms = ["none"],
                },
                new PersonIdentity
                {
                    GivenNames = new string('a', PersonIdentity.NameMaxLength + 1),
                    Aliases = [.. Enumerable.Range(0, 11).Select(turn => $"alias {turn}")],
                    Birth = new BirthDate(BirthPrecisions.Day, 2001, 2, 29),
                    Documents = [new IdentityDocument("libreta", "1")],
                    Phones = [new IdentityPhone("322 123 4567")],
                },
                new DateOnly(2026, 11, 25)
            )
        );

        string[] expected =
        [
            PeopleRefusals.AgeBandUnknown,
            PeopleRefusals.BirthNotADate,
            PeopleRefusals.CountryUnknown,
            PeopleRefusals.DocumentKindUnknown,
            PeopleRefusals.ExploitationUnknown,
            PeopleRefusals.GenderUnknown,
            PeopleRefusals.PhoneNotInternational,
            PeopleRefusals.RegisteredInFuture,
            PeopleRefusals.SexUnknown,
            PeopleRefusals.StatusUnknown,
            PeopleRefusals.TooLong,
            PeopleRefusals.TooMany,
        ];
        Assert.Equal(
            expected,
            outcome.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_registers_for_an_agency_they_do_not_belong_to()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);
        var input = new RegisterPersonInput(PeopleSteps.Facts, AgencyId: Guid.Empty);

        var lost = await programme.RunAsync(
            programme.Get<RegisterPerson>(),
            programme.As(Role.Caseworker, agency: null),
            input
        );
        await programme.DoneAsync(
            programme.Get<RegisterPerson>(),
            programme.As(Role.Caseworker),
            input
        );

        Assert.Equal(PeopleRefusals.AgencyMissing, Assert.Single(lost.Refusals).Code);
        Assert.Equal(
            programme.AgencyId,
            await programme.ReadAsync(db => db.People.Select(each => each.AgencyId).SingleAsync())
        );
    }

    [Fact]
    public async Task No_word_of_an_identity_is_in_the_files_of_the_database()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        await programme.SearchAsync(new PersonQuery { Names = "Marisol Nuñes" });
        await programme.DoneAsync(programme.Get<ReadIdentity>(), programme.As(Role.Caseworker), id);

        var files = Directory.GetFiles(programme.Database.Folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = await ReadSharedAsync(file);
            Assert.All(
                Words(),
                word => Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    [Fact]
    public void An_identity_prints_nothing()
    {
        var text =
            $"{PeopleSteps.Marisol} {new PersonQuery { Names = "Marisol" }} {new RegisterPersonInput(PeopleSteps.Facts, PeopleSteps.Marisol)}";

        Assert.All(
            Words(),
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Latin-1 keeps every byte as one letter, so UTF-8 text is looked for as its bytes.</summary>
    private static IEnumerable<string> Words() =>
        new[]
        {
            "Marisol",
            "Ixchel",
            "Núñez",
            "Nunez",
            "Güemes",
            "Guemes",
            "Chaparra",
            "2007-03-09",
            "56789",
            "4123",
            "Tortugueros",
            "Cicatriz",
            "Contesta",
        }.Select(word => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)));

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(bytes);
    }
}
