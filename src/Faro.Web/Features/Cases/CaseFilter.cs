// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;

namespace Faro.Web.Features.Cases;

/// <summary>
/// Which cases a list shows; whatever is empty does not narrow it. The newest come first, after the last case of the page
/// before.
/// </summary>
/// <param name="State">A code of the list <c>case-states</c>; empty shows what is open.</param>
/// <param name="Risk">A code of the list <c>risk-levels</c>.</param>
/// <param name="Whose"><c>mine</c>, <c>nobody</c>, a colleague's id, or empty.</param>
/// <param name="Due"><c>late</c>, <c>week</c>, or empty.</param>
/// <param name="After">The last case of the page before.</param>
internal sealed record CaseFilter(
    string? State,
    string? Risk,
    string? Whose,
    string? Due,
    Guid? After
)
{
    public const string Mine = "mine";
    public const string Nobodys = "nobody";
    public const string Late = "late";
    public const string Week = "week";

    private const int DaysOfAWeek = 7;

    public bool IsEmpty =>
        string.IsNullOrEmpty(State)
        && string.IsNullOrEmpty(Risk)
        && string.IsNullOrEmpty(Whose)
        && string.IsNullOrEmpty(Due);

    /// <param name="db">Where to read.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="today">Local date.</param>
    public IQueryable<CaseRow> Rows(FaroDb db, Actor actor, DateOnly today)
    {
        var cases = Narrow(db.Cases.VisibleTo(actor), actor, today);
        if (After is { } after)
        {
            cases = cases.Where(file => file.Id < after);
        }

        return cases
            .OrderByDescending(file => file.Id)
            .Select(file => new CaseRow(
                file.Id,
                file.Number,
                file.State,
                file.Risk,
                file.OwnerId,
                db.Users.Where(user => user.Id == file.OwnerId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                file.NextDueOn,
                file.LastContactOn,
                file.OpenedOn
            ));
    }

    private IQueryable<Case> Narrow(IQueryable<Case> cases, Actor actor, DateOnly today)
    {
        cases = string.IsNullOrEmpty(State)
            ? cases.Where(file => file.ClosedOn == null)
            : cases.Where(file => file.State == State);
        if (!string.IsNullOrEmpty(Risk))
        {
            cases = cases.Where(file => file.Risk == Risk);
        }

        if (Whose == Mine)
        {
            var user = actor.UserId;
            cases = cases.Where(file =>
                file.OwnerId == user || file.Members.Any(member => member.UserId == user)
            );
        }
        else if (Whose == Nobodys)
        {
            cases = cases.Where(file => file.OwnerId == null);
        }
        else if (Guid.TryParse(Whose, out var colleague))
        {
            cases = cases.Where(file => file.OwnerId == colleague);
        }

        if (Due is Late or Week)
        {
            var until = Due == Late ? today.AddDays(-1) : today.AddDays(DaysOfAWeek);
            cases = cases.Where(file => file.NextDueOn <= until);
        }

        return cases;
    }
}
