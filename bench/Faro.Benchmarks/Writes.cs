// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Attributes;
using Faro.Programme;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Benchmarks;

/// <summary>
/// Registering people one by one: rules, sealing, search tokens, audit link, durable commit. Callers at once share commits.
/// The figure is for all of a round; divide by the callers for one person.
/// </summary>
#pragma warning disable MA0053, CA1001 // BenchmarkDotNet refuses sealed classes, and closes them in its own way.
public class Writes
{
    private static readonly PersonFacts Facts = new()
    {
        Sex = "female",
        Status = "possible-victim",
        Citizenship = "gt",
    };
    private static readonly PersonIdentity Identity = new()
    {
        GivenNames = "Rigoberta Ixchel",
        Surname1 = "Xiquín",
        Surname2 = "Tecún",
        Birth = new BirthDate(BirthPrecisions.Day, 1994, 5, 17),
    };
    private BenchProgramme _programme = null!;
    private RegisterPerson _register = null!;
    private Guid _agency;

    [ParamsSource(nameof(Sizes))]
    public int People { get; set; }

    [Params(1, 16, 64)]
    public int Callers { get; set; }

    public static IEnumerable<int> Sizes() => BenchProgramme.Sizes();

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _programme = await BenchProgramme.OpenAsync(People);
        _register = _programme.Get<RegisterPerson>();
        await using var db = _programme.Reader();
        _agency = await db.Agencies.Select(agency => agency.Id).FirstAsync();
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await _programme.DisposeAsync();

    [Benchmark]
    public Task RegisterPerson() =>
        Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    _register.RunAsync(
                        Actor.System,
                        new RegisterPersonInput(Facts, Identity, AgencyId: _agency)
                    )
                )
        );
}
