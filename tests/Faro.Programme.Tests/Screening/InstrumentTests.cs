// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Exchange.XlsForms;
using Faro.Programme.Screening;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Screening;

public sealed class InstrumentTests
{
    public static TheoryData<string> Codes => [.. InstrumentForm.Shipped.Select(each => each.Code)];

    [Fact]
    public void The_four_instruments_are_shipped() =>
        Assert.Equal(
            ["child-interview", "field-screening", "full-interview", "labour-inspection"],
            Codes.Select(row => row.Data)
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_word_is_in_both_languages_and_every_sign_is_known(string code)
    {
        var form = InstrumentForm.Shipped.Single(each => each.Code == code).Form;
        string[] languages = ["Español (es)", "English (en)"];

        Assert.Equal(languages, form.Languages);
        Assert.All(
            form.All.SelectMany(item => new[] { item.Hint, item.ConstraintMessage, item.Label })
                .Append(form.Title)
                .Where(text => !text.IsEmpty),
            text => Assert.Equal(languages, text.Words.Select(each => each.Language))
        );
        Assert.All(
            form.All.Where(item => item.Sign.Length > 0),
            item => Assert.True(CodeLists.Get(ScreeningSigns.List).Contains(item.Sign), item.Name)
        );
        Assert.Contains(form.All, item => item.Sign.Length > 0);
    }

    /// <summary>The seven items of HTCDS's table of consents.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void Consent_comes_first_and_without_it_nothing_else_is_asked_of_her(string code)
    {
        var form = InstrumentForm.Shipped.Single(each => each.Code == code).Form;
        Assert.Equal(
            [
                "con_interview",
                "con_purpose",
                "con_data_use",
                "con_research",
                "con_request_data",
                "con_retention",
                "con_withdrawal",
            ],
            form.Questions.Select(item => item.Name)
                .Where(name => name.StartsWith("con_", StringComparison.Ordinal))
                .Except(["con_guardian"])
        );

        var refused = FormLogic.Judge(
            form,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["con_interview"] = "no" }
        );

        Assert.DoesNotContain(
            form.Questions,
            item => item.Sign.Length > 0 && item.Name != "seen" && refused.Asked.Contains(item.Name)
        );
        Assert.DoesNotContain("own_words", refused.Asked);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_instrument_asks_who_is_a_victim(string code) =>
        Assert.DoesNotContain(
            InstrumentForm.Shipped.Single(each => each.Code == code).Form.All,
            item =>
                item.Kind == FormItemKind.Calculated
                || item.Name.Contains("decision", StringComparison.Ordinal)
                || item.Name.Contains("score", StringComparison.Ordinal)
        );

    [Theory]
    [EveryDatabase]
    public async Task An_own_version_is_offered_once_it_is_in_use_and_until_it_is_withdrawn(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var administrator = programme.As(Role.Administrator);
        var id = await programme.DoneAsync(
            programme.Get<UploadInstrument>(),
            administrator,
            new UploadInstrumentInput(Own(), "propio.xlsx")
        );
        Assert.Equal("2026-11", await OfferedAsync(programme));

        await programme.DoneAsync(programme.Get<PublishInstrument>(), administrator, id);
        Assert.Equal("own-2", await OfferedAsync(programme));
        var again = await programme.RunAsync(
            programme.Get<UploadInstrument>(),
            administrator,
            new UploadInstrumentInput(Own(), "propio.xlsx")
        );
        Assert.Equal(ScreeningRefusals.VersionTaken, again.Refusals.Single().Code);

        await programme.DoneAsync(programme.Get<WithdrawInstrument>(), administrator, id);
        Assert.Equal("2026-11", await OfferedAsync(programme));
        Assert.Equal(
            ScreeningRefusals.NotInUse,
            (await programme.RunAsync(programme.Get<WithdrawInstrument>(), administrator, id))
                .Refusals.Single()
                .Code
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_form_with_a_problem_leaves_nothing_and_says_where_it_is(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var sheets = Shipped.FullInterview.Sheets;
        var rows = sheets.Survey.Rows.ToList();
        var type = sheets.Survey.ColumnOf("type");
        rows[4] = rows[4] with { Cells = [.. rows[4].Cells.Select((cell, at) => at == type ? "geopoint" : cell)] };

        var refused = await programme.RunAsync(
            programme.Get<UploadInstrument>(),
            programme.As(Role.Administrator),
            new UploadInstrumentInput(
                (sheets with { Survey = sheets.Survey with { Rows = rows } }).ToWorkbook(),
                "malo.xlsx"
            )
        );

        var refusal = refused.Refusals.First();
        Assert.Equal(XlsFormRefusals.TypeUnsupported, refusal.Code);
        Assert.Equal(["malo.xlsx", 1, 6, "A"], refusal.Values);
        Assert.Equal(0, await programme.ReadAsync(db => db.Instruments.CountAsync()));
    }

    /// <summary>The shipped short form as a workbook with a version of its own.</summary>
    private static byte[] Own()
    {
        var sheets = InstrumentForm.Shipped.Single(each => each.Code == Shipped.Field).Sheets;
        var settings = sheets.Settings;
        var version = settings.ColumnOf("version");
        var row = settings.Rows[0];
        return (
            sheets with
            {
                Settings = settings with
                {
                    Rows =
                    [
                        row with
                        {
                            Cells =
                            [
                                .. row.Cells.Select((cell, at) => at == version ? "own-2" : cell),
                            ],
                        },
                    ],
                },
            }
        ).ToWorkbook();
    }

    private static Task<string> OfferedAsync(TestProgramme programme) =>
        programme.ReadAsync(async db =>
            (await db.OfferedInstrumentsAsync(TestContext.Current.CancellationToken))
                .Single(each => each.Code == Shipped.Field)
                .Version
        );
}
