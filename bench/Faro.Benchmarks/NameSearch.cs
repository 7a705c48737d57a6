// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Attributes;
using Faro.Programme;
using Faro.Programme.People;

namespace Faro.Benchmarks;

/// <summary>Searches in the vault, audit link and commit included, as a screen runs them.</summary>
#pragma warning disable MA0053, CA1001 // BenchmarkDotNet refuses sealed classes, and closes them in its own way.
public class NameSearch
{
    private BenchProgramme _programme = null!;
    private SearchPeople _search = null!;

    [ParamsSource(nameof(Sizes))]
    public int People { get; set; }

    public static IEnumerable<int> Sizes() => BenchProgramme.Sizes();

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _programme = await BenchProgramme.OpenAsync(People);
        _search = _programme.Get<SearchPeople>();
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await _programme.DisposeAsync();

    /// <summary>A name of many people and a year.</summary>
    [Benchmark]
    public Task<int> TwoWordsAndAYear() =>
        FindAsync(new PersonQuery { Names = "rigoberta xiquin", BirthYear = 1994 });

    /// <summary>The pools are small: every word is borne by one in fifty.</summary>
    [Benchmark]
    public Task<int> TwoCommonWords() => FindAsync(new PersonQuery { Names = "ixchel hernandes" });

    [Benchmark]
    public Task<int> Document() => FindAsync(new PersonQuery { Document = "XX 0000010" });

    [Benchmark]
    public Task<int> NobodyHasIt() => FindAsync(new PersonQuery { Names = "qwrtz plmkj" });

    private async Task<int> FindAsync(PersonQuery query) =>
        (await _search.RunAsync(Actor.System, query)).Value.People.Count;
}
