// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Consent;

/// <summary>
/// Role × agency × compartments worked in × way in × compartment of the row: who sees what is in a case. The table that
/// people read (<c>docs/who-sees-what.md</c>) is made from what was seen here.
/// </summary>
public sealed class WhoSeesWhatApproved
{
    private static readonly string[][] Worked =
    [
        [],
        [Compartments.Social],
        [.. Compartments.All],
    ];

    private const string ToAgency = "consent, living, opened to the agency";

    /// <summary>What the person has been given to come in by, and whether it opens anything now.</summary>
    private static readonly (string Name, bool Opens)[] Ways =
    [
        ("none", false),
        ("emergency, open", true),
        ("emergency, over", false),
        ("emergency, ended by the case's agency", false),
        (ToAgency, true),
        ("consent, living, named by the agency", true),
        ("consent, withdrawn", false),
        ("consent, expired", false),
    ];

    /// <summary>What every way in of this test is for.</summary>
    private static readonly string[] Given = [Compartments.Social, Compartments.Health];

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R16")]
    public async Task Who_sees_what_is_what_the_rules_say_and_the_page_tells(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var cases = await CasesAsync(programme);
        var wrong = new List<string>();
        var seen = new Dictionary<(string, bool, int, string), IReadOnlyList<string>>();
        foreach (var role in Role.All)
        {
            foreach (var own in new[] { true, false })
            {
                foreach (var (works, number) in Worked.Select((works, index) => (works, index)))
                {
                    var actor = ActorOf(programme, role, own).With(works);
                    foreach (var (way, opens) in Ways)
                    {
                        var found = await SeenAsync(programme, actor, cases[(own, way)]);
                        var expected = Expected(role, own, works, way, opens);
                        seen[(role.Code, own, number, way)] = found;
                        if (!expected.SequenceEqual(found))
                        {
                            wrong.Add(
                                $"{role.Code} {(own ? "own" : "other")} [{string.Join(' ', works)}] {way}: "
                                    + $"[{string.Join(' ', found)}], not [{string.Join(' ', expected)}]"
                            );
                        }
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        ApprovedPage.AssertIs("who-sees-what.md", Page(seen));
    }

    /// <summary>The rule, said once more and otherwise: nothing of the code under test is used.</summary>
    private static IReadOnlyList<string> Expected(
        Role role,
        bool own,
        string[] works,
        string way,
        bool opens
    ) =>
        role.Code is not ("caseworker" or "supervisor")
            ? []
            :
            [
                .. Compartments.All.Where(compartment =>
                    (own && works.Contains(compartment))
                    || (
                        opens
                        && Given.Contains(compartment)
                        && (
                            way != ToAgency
                            || (role.Code == "supervisor" && works.Contains(compartment))
                        )
                    )
                ),
            ];

    private static Actor ActorOf(TestProgramme programme, Role role, bool own) =>
        programme
            .As(role, own ? programme.AgencyId : CaseSteps.OtherAgency)
            .AtMoment(programme.Clock.GetUtcNow());

    /// <summary>In which compartments something is seen; every kind of row must say the same.</summary>
    private static Task<List<string>> SeenAsync(TestProgramme programme, Actor actor, Guid id) =>
        programme.ReadAsync(async db =>
        {
            var first = new List<string>();
            foreach (var (kind, index) in CaseRowKinds.All.Select((kind, index) => (kind, index)))
            {
                var rows = await kind.SeenAsync(db, actor, id);
                var seen = Compartments.All.Where(rows.Contains).ToList();
                if (index == 0)
                {
                    first = seen;
                }

                Assert.True(first.SequenceEqual(seen), $"{kind.Name} differs from the others");
            }

            return first;
        });

    /// <summary>A case for each way in, with one row in each compartment; all ways lead in for the agency of whoever looks.</summary>
    private static async Task<Dictionary<(bool, string), Guid>> CasesAsync(TestProgramme programme)
    {
        var cases = new Dictionary<(bool, string), Guid>();
        foreach (var own in new[] { true, false })
        {
            foreach (var (way, _) in Ways)
            {
                var id = await programme.RegisterLeadAsync();
                var person = (await programme.CaseAsync(id)).PersonId;
                await programme.WriteAsync(async act =>
                {
                    foreach (var compartment in Compartments.All)
                    {
                        foreach (var kind in CaseRowKinds.All)
                        {
                            act.Db.Add(kind.Make(act, id, person, compartment));
                        }
                    }

                    await OpenAsync(
                        act,
                        id,
                        person,
                        way,
                        own ? programme.AgencyId : CaseSteps.OtherAgency,
                        [.. Role.All.Select(role => ActorOf(programme, role, own).UserId)]
                    );
                });
                cases[(own, way)] = id;
            }
        }

        return cases;
    }

    private static async Task OpenAsync(
        Act act,
        Guid id,
        Guid person,
        string way,
        Guid agency,
        Guid?[] users
    )
    {
        if (way == "none")
        {
            return;
        }

        Guid? consent = null;
        if (way.StartsWith("consent", StringComparison.Ordinal))
        {
            var entry = new ConsentEntry
            {
                Id = act.NewId(),
                CaseId = id,
                PersonId = person,
                Answer = ConsentAnswers.Given,
                Purpose = ConsentPurposes.Referral,
                Recipient = ConsentRecipients.Agency,
                AgencyId = agency,
                Since = act.Now.AddDays(-9),
                Until = way == "consent, expired" ? act.Now : act.Now.AddDays(9),
            };
            if (way == "consent, withdrawn")
            {
                entry.Withdraw(act.Now.AddMinutes(-1), null, null);
            }

            act.Db.Consents.Add(entry);
            consent = entry.Id;
            await act.Db.SaveChangesAsync();
        }

        act.Db.CaseGrants.AddRange(
            (way == ToAgency ? [null] : users.Distinct()).Select(user => new CaseGrant
            {
                Id = act.NewId(),
                CaseId = id,
                UserId = user,
                AgencyId = consent is null ? null : agency,
                Kind = consent is null ? CaseAccessReasons.BreakGlass : CaseAccessReasons.Consent,
                Compartments = [.. Given],
                ConsentId = consent,
                Since = act.Now.AddDays(-1),
                Until = way == "emergency, over" ? act.Now : act.Now.AddDays(1),
                EndedAt = way.Contains("ended", StringComparison.Ordinal) ? act.Now : null,
            })
        );
    }

    private static string Page(
        Dictionary<(string Role, bool Own, int Works, string Way), IReadOnlyList<string>> seen
    )
    {
        var page = new StringBuilder(
            $$"""
            # Who sees what is in a case

            Made by a test (`tests/Faro.Programme.Tests/Consent/WhoSeesWhatApproved.cs`) from what each of them was shown on both databases, so it is what the program does and not what somebody believes. S social work, H health, L legal, R shelter, – nothing. Ways in are for social work and health in every case. What is seen of one kind of row is seen of every kind that a case has: {{string.Join(
                ", ",
                CaseRowKinds.All.Select(kind => kind.Name)
            )}} were looked at; a house test makes sure that no other kind of row lies outside the compartments.

            | Role | Way in | own agency, works in none | own agency, works in social | own agency, works in all | other agency, works in none | other agency, works in social | other agency, works in all |
            |---|---|---|---|---|---|---|---|

            """
        );
        var looking = Role.All.Where(role =>
            seen.Any(each => each.Key.Role == role.Code && each.Value.Count > 0)
        );
        foreach (var role in looking)
        {
            foreach (var (way, _) in Ways)
            {
                var cells =
                    from own in new[] { true, false }
                    from works in Enumerable.Range(0, Worked.Length)
                    select Letters(seen[(role.Code, own, works, way)]);
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| {role.Code} | {way} | {string.Join(" | ", cells)} |\n"
                );
            }
        }

        var blind = Role.All.Except(looking).Select(role => $"`{role.Code}`");
        page.Append(
            CultureInfo.InvariantCulture,
            $"\nNothing is seen, by any way, by {string.Join(", ", blind)}.\n"
        );
        return page.ToString();
    }

    private static string Letters(IReadOnlyList<string> compartments) =>
        compartments.Count == 0
            ? "–"
            : string.Join(
                ' ',
                compartments.Select(each =>
                    each switch
                    {
                        Compartments.Social => "S",
                        Compartments.Health => "H",
                        Compartments.Legal => "L",
                        _ => "R",
                    }
                )
            );
}
