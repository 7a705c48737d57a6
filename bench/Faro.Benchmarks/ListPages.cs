// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Attributes;
using Faro.Programme;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Benchmarks;

/// <summary>What the lists of the screens ask of the database: 50 rows, newest first, and the link to more.</summary>
#pragma warning disable MA0053, CA1001 // BenchmarkDotNet refuses sealed classes, and closes them in its own way.
public class ListPages
{
    private const int Rows = 51;
    private const int FarPage = 1000;
    private BenchProgramme _programme = null!;
    private Guid _far;

    [ParamsSource(nameof(Sizes))]
    public int People { get; set; }

    public static IEnumerable<int> Sizes() => BenchProgramme.Sizes();

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _programme = await BenchProgramme.OpenAsync(People);
        await using var db = _programme.Reader();
        _far = await db
            .People.OrderByDescending(person => person.Id)
            .Skip(Math.Min(FarPage * (Rows - 1), People - Rows - 1))
            .Select(person => person.Id)
            .FirstAsync();
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await _programme.DisposeAsync();

    [Benchmark]
    public Task<int> PeopleFirstPage() => PageAsync(null);

    [Benchmark]
    public Task<int> PeoplePage1000ByKeyset() => PageAsync(_far);

    [Benchmark]
    public async Task<int> Agencies()
    {
        await using var db = _programme.Reader();
        return (
            await db.Agencies.AsNoTracking().OrderBy(agency => agency.Name).Take(Rows).ToListAsync()
        ).Count;
    }

    [Benchmark]
    public async Task<int> AuditFirstPage()
    {
        await using var db = _programme.Reader();
        return (
            await db
                .AuditEntries.AsNoTracking()
                .OrderByDescending(entry => entry.Seq)
                .Take(Rows)
                .ToListAsync()
        ).Count;
    }

    private async Task<int> PageAsync(Guid? after)
    {
        await using var db = _programme.Reader();
        var people = db.People.AsNoTracking().VisibleTo(Actor.System);
        if (after is { } cursor)
        {
            people = people.Where(person => person.Id < cursor);
        }

        return (
            await people
                .OrderByDescending(person => person.Id)
                .Select(person => new
                {
                    person.Id,
                    person.Number,
                    person.Sex,
                    person.AgeBand,
                    person.Citizenship,
                    person.Status,
                    person.RegisteredOn,
                })
                .Take(Rows)
                .ToListAsync()
        ).Count;
    }
}
