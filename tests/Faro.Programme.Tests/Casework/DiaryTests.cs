// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class DiaryTests
{
    private const string Words = "Xiomarabel durmió mejor y quiere estudiar.";

    [Theory]
    [EveryDatabase]
    public async Task A_note_is_sealed_and_a_correction_keeps_what_it_said(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var first = await WriteAsync(programme, id, new EntryFacts(Words));

        var second = await programme.DoneAsync(
            programme.Get<AmendEntry>(),
            programme.Worker(),
            new AmendEntryInput(first, new EntryFacts("Quiere estudiar enfermería."))
        );

        var stored = await programme.ReadAsync(db => db.DiaryEntries.ToListAsync());
        Assert.All(
            stored,
            entry =>
                Assert.DoesNotContain(
                    "Xiomarabel",
                    Encoding.UTF8.GetString(entry.TextBox!),
                    StringComparison.Ordinal
                )
        );
        var read = Assert.Single((await ReadAsync(programme, programme.Worker(), id)).Entries);
        Assert.Equal((second, "Quiere estudiar enfermería."), (read.Id, read.Text));
        Assert.Equal(Words, Assert.Single(read.Before).Text);
        var again = await programme.RunAsync(
            programme.Get<AmendEntry>(),
            programme.Worker(),
            new AmendEntryInput(first, new EntryFacts("otra"))
        );
        Assert.Equal(CaseworkRefusals.ChangedMeanwhile, Assert.Single(again.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_last_contact_is_the_last_time_somebody_spoke_to_her(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        EntryFacts Contact(int daysAgo, string party, string outcome) =>
            new("dijo", today.AddDays(-daysAgo), "", "phone", party, outcome);

        await WriteAsync(programme, id, Contact(0, "agency", "reached"));
        await WriteAsync(programme, id, Contact(1, "herself", "no-answer"));
        Assert.Null((await programme.CaseAsync(id)).LastContactOn);
        await WriteAsync(programme, id, Contact(9, "herself", "reached"));
        var wrong = await WriteAsync(programme, id, Contact(2, "herself", "reached"));
        Assert.Equal(today.AddDays(-2), (await programme.CaseAsync(id)).LastContactOn);

        await programme.DoneAsync(
            programme.Get<AmendEntry>(),
            programme.Worker(),
            new AmendEntryInput(wrong, Contact(2, "herself", "no-answer"))
        );

        Assert.Equal(today.AddDays(-9), (await programme.CaseAsync(id)).LastContactOn);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_health_note_is_not_even_counted_for_social_work(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var note = await WriteAsync(
            programme,
            id,
            new EntryFacts(Words, Compartment: Compartments.Health),
            programme.Colleague()
        );

        Assert.Empty((await ReadAsync(programme, programme.Worker(), id)).Entries);
        Assert.Single((await ReadAsync(programme, programme.Colleague(), id)).Entries);
        var refused = await programme.RunAsync(
            programme.Get<AmendEntry>(),
            programme.Worker(),
            new AmendEntryInput(note, new EntryFacts("x"))
        );
        Assert.Equal(CaseworkRefusals.NotFound, Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task Nobody_corrects_what_another_wrote()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var note = await WriteAsync(programme, id, new EntryFacts(Words));

        var refused = await programme.RunAsync(
            programme.Get<AmendEntry>(),
            programme.Colleague(),
            new AmendEntryInput(note, new EntryFacts("otra cosa"))
        );

        Assert.Equal(CaseworkRefusals.NotYours, Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task Nothing_is_written_in_a_closed_case_and_it_stays_readable()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        await WriteAsync(programme, id, new EntryFacts(Words));
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, 1, "own-wish")
        );

        var refused = await programme.RunAsync(
            programme.Get<WriteEntry>(),
            programme.Worker(),
            new WriteEntryInput(id, new EntryFacts("tarde"))
        );

        Assert.Equal(CaseRefusals.IsClosed, Assert.Single(refused.Refusals).Code);
        Assert.Equal(
            Words,
            Assert.Single((await ReadAsync(programme, programme.Worker(), id)).Entries).Text
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Her_safe_contact_rules_hold_for_every_call_and_their_history_is_kept(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var words = new SafeContactWords { CodeWord = "limonada", NotToSay = "El refugio" };
        await SetAsync(programme, id, 0, ["phone", "messaging"], words);
        await WriteAsync(
            programme,
            id,
            new EntryFacts("dijo", null, "09:15", "phone", "herself", "reached")
        );
        await SetAsync(programme, id, 1, ["in-person"], words with { CodeWord = "canela" });

        await WriteAsync(
            programme,
            id,
            new EntryFacts("dijo", null, "10:15", "phone", "herself", "reached")
        );
        await WriteAsync(
            programme,
            id,
            new EntryFacts("oficio", null, "", "phone", "authority", "reached")
        );

        var diary = await ReadAsync(programme, programme.Worker(), id);
        Assert.Equal([false, true, false], diary.Entries.Select(entry => entry.AgainstRules));
        Assert.Equal((2, "canela"), (diary.SafeContact!.Version, diary.SafeContact.Words.CodeWord));
        var stored = await programme.ReadAsync(db => db.SafeContacts.ToListAsync());
        Assert.Equal(2, stored.Count);
        Assert.All(
            stored,
            rules => Assert.DoesNotContain("limonada", Encoding.UTF8.GetString(rules.Box!))
        );
        var late = await programme.RunAsync(
            programme.Get<SetSafeContact>(),
            programme.Colleague(),
            new SetSafeContactInput(id, 1, [], words)
        );
        Assert.Equal(CaseworkRefusals.ChangedMeanwhile, Assert.Single(late.Refusals).Code);
    }

    [Theory]
    [InlineData("", "", "", "", "", 0, CaseworkRefusals.TextMissing)]
    [InlineData("x", "", "", "", "", 1, CaseworkRefusals.DayInFuture)]
    [InlineData("x", "25:10", "", "", "", 0, CaseworkRefusals.TimeUnreadable)]
    [InlineData("x", "", "pigeon", "herself", "reached", 0, CaseworkRefusals.ChoiceUnknown)]
    [InlineData("x", "", "phone", "", "reached", 0, CaseworkRefusals.ChoiceUnknown)]
    [InlineData("x", "", "", "herself", "", 0, CaseworkRefusals.ChoiceUnknown)]
    public async Task An_entry_says_what_it_needs(
        string text,
        string at,
        string channel,
        string party,
        string outcome,
        int days,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<WriteEntry>(),
            programme.Worker(),
            new WriteEntryInput(
                id,
                new EntryFacts(text, programme.Today().AddDays(days), at, channel, party, outcome)
            )
        );

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
    }

    private static Task<Guid> WriteAsync(
        TestProgramme programme,
        Guid id,
        EntryFacts facts,
        Actor? actor = null
    ) =>
        programme.DoneAsync(
            programme.Get<WriteEntry>(),
            actor ?? programme.Worker(),
            new WriteEntryInput(id, facts)
        );

    private static Task<Done> SetAsync(
        TestProgramme programme,
        Guid id,
        int version,
        string[] channels,
        SafeContactWords words
    ) =>
        programme.DoneAsync(
            programme.Get<SetSafeContact>(),
            programme.Worker(),
            new SetSafeContactInput(id, version, channels, words)
        );

    private static Task<DiaryReading> ReadAsync(TestProgramme programme, Actor actor, Guid id) =>
        programme.DoneAsync(programme.Get<ReadDiary>(), actor, new ReadDiaryInput(id));
}
