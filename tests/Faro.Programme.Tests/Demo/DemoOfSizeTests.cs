// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Audit;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Consent;
using Faro.Programme.Demo;
using Faro.Programme.Identification;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Demo;

/// <summary>What <c>faro demo --scale</c> writes in bulk holds whatever single operations hold.</summary>
public sealed class DemoOfSizeTests
{
    private const int Size = 500;

    [Theory]
    [EveryDatabase]
    public async Task Everybody_has_a_case_that_opens_and_a_name_that_is_found(DatabaseKind kind)
    {
        await using var stage = await DemoStage.SetAsync(kind);

        await stage.OpenAsync(people: Size);

        Assert.Equal(Size, await stage.Programme.ReadAsync(db => db.Cases.CountAsync()));
        await AssertChainHoldsAsync(stage);
        var (worker, file) = await SomebodysCaseAsync(stage);
        var diary = await stage.Programme.DoneAsync(
            stage.Programme.Get<ReadDiary>(),
            worker,
            new ReadDiaryInput(file.Id)
        );
        Assert.NotEmpty(diary.Entries);
        Assert.All(diary.Entries, entry => Assert.NotEmpty(entry.Text));
        var facts = await stage.Programme.DoneAsync(
            stage.Programme.Get<ReadFacts>(),
            worker,
            file.Id
        );
        Assert.Contains(facts.Evidence.Values, evidence => evidence.Words.Length > 0);
        await AssertFoundAsync(stage, worker, file.PersonId);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whatever_is_said_of_somebody_is_sealed_and_her_consents_live(
        DatabaseKind kind
    )
    {
        await using var stage = await DemoStage.SetAsync(kind);
        await stage.OpenAsync(people: Size);

        var now = stage.Programme.Get<TimeProvider>().GetUtcNow();
        var consents = await stage.Programme.ReadAsync(db => db.Consents.ToListAsync());
        var texts = await stage.Programme.ReadAsync(db => db.ConsentTexts.ToListAsync());
        var keys = await stage.Programme.ReadAsync(db => db.SealedKeys.CountAsync());

        Assert.True(keys >= Size);
        Assert.Contains(consents, entry => entry.IsLivingAt(now));
        Assert.Subset(
            texts.Select(text => (Guid?)text.Id).ToHashSet(),
            consents
                .Where(entry => entry.TextId is not null)
                .Select(entry => entry.TextId)
                .ToHashSet()
        );
        Assert.All(
            await stage.Programme.ReadAsync(db => db.ConsentOccasions.ToListAsync()),
            occasion =>
                Assert.True(
                    occasion.SignatureBox is not null || occasion.Manner != ConsentManners.Drawn
                )
        );
    }

    [Fact]
    public async Task Colleagues_come_with_the_cases_and_share_them()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        await stage.OpenAsync(people: 1000);

        var owners = await stage.Programme.ReadAsync(db =>
            db.Cases.Where(file => file.ClosedOn == null && file.OwnerId != null)
                .GroupBy(file => file.OwnerId)
                .Select(group => group.Count())
                .ToListAsync()
        );
        Assert.True(owners.Count > 8);
        Assert.True(owners.Max() < owners.Sum() / 2);
    }

    [Theory]
    [InlineData(DemoSize.Usual, 0)]
    [InlineData(500, 2)]
    [InlineData(1_000_000, 200)]
    public void Colleagues_are_as_many_as_the_cases_need(int people, int colleagues) =>
        Assert.Equal(colleagues, DemoSize.Colleagues(people));

    private static async Task AssertChainHoldsAsync(DemoStage stage)
    {
        var verdict = await stage.Programme.ReadAsync(db =>
            AuditVerification.OfDatabaseAsync(db, null, TestContext.Current.CancellationToken)
        );
        Assert.True(verdict.Whole);
        var bulk = await stage.Programme.ReadAsync(db =>
            db.AuditEntries.Where(entry => entry.Act == "open-invented-cases").ToListAsync()
        );
        Assert.Contains(
            $"\"invented\":\"{Size}\"",
            Assert.Single(bulk).Details,
            StringComparison.Ordinal
        );
    }

    private static async Task<(Actor Worker, Case File)> SomebodysCaseAsync(DemoStage stage)
    {
        var evidenced = await stage.Programme.ReadAsync(db =>
            db.Cases.Where(file =>
                    file.ClosedOn == null
                    && file.OwnerId != null
                    && db.CaseEvidence.Any(evidence => evidence.CaseId == file.Id)
                )
                .OrderBy(file => file.Id)
                .FirstAsync()
        );
        var owner = await stage.Programme.ReadAsync(db =>
            db.Users.SingleAsync(user => user.Id == evidenced.OwnerId)
        );
        return (owner.Acting(null), evidenced);
    }

    /// <summary>By her own names as the vault holds them, their accents left out.</summary>
    private static async Task AssertFoundAsync(DemoStage stage, Actor worker, Guid person)
    {
        var (identity, _) = await stage.Programme.DoneAsync(
            stage.Programme.Get<ReadIdentity>(),
            worker,
            person
        );
        var found = await stage.Programme.DoneAsync(
            stage.Programme.Get<SearchPeople>(),
            worker,
            new PersonQuery
            {
                Names = NameFolding.Fold($"{identity.GivenNames} {identity.Surname1}"),
            }
        );
        Assert.Contains(found.People, hit => hit.Id == person);
    }
}
