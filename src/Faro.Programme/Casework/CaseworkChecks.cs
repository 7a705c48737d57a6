// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Plans;

namespace Faro.Programme.Casework;

/// <summary>The rules that every form of daily work has in common, gathered so that all that is wrong is said at once.</summary>
internal sealed class CaseworkChecks(DateOnly today)
{
    public List<Refusal> Refusals { get; } = [];

    public bool Failed => Refusals.Count > 0;

    public DateOnly Today => today;

    public void Must(bool holds, string code, string field, params object[] values) =>
        Refusals.Must(holds, code, field, values);

    public void Text(string text, int limit, string field, bool required = false)
    {
        Must(!required || text.Length > 0, CaseworkRefusals.TextMissing, field);
        Must(text.Length <= limit, CaseworkRefusals.TextTooLong, field, limit);
    }

    public void Code(string list, string code, string field, bool required = true) =>
        Must(
            (!required && code.Length == 0) || CodeLists.Get(list).Accepts(code, Today),
            CaseworkRefusals.ChoiceUnknown,
            field
        );

    public void Range(decimal? value, int most, string field) =>
        Must(
            value is null or >= 0 && !(value > most),
            CaseworkRefusals.NumberOutOfRange,
            field,
            0,
            most
        );

    /// <summary>An amount of money, of any currency.</summary>
    public void Money(decimal? value, string field) => Range(value, ServiceGiven.MostCost, field);

    public void NotInFuture(DateOnly? day, string field)
    {
        Readable(day, field);
        Must(!(day > Today), CaseworkRefusals.DayInFuture, field);
    }

    /// <summary>Forms send the first of all days for text that is no day.</summary>
    public void Readable(DateOnly? day, string field) =>
        Must(day != DateOnly.MinValue, CaseworkRefusals.DayUnreadable, field);

    public void NotBefore(DateOnly? later, DateOnly? earlier, string field) =>
        Must(!(later < earlier), CaseworkRefusals.DaysOutOfOrder, field);

    /// <summary>Somebody of the case's agency who works on cases, or nobody.</summary>
    public async Task ColleagueAsync(
        FaroDb db,
        Guid agencyId,
        Guid? userId,
        string field,
        CancellationToken cancellation
    )
    {
        var known =
            userId is not { } id
            || await Colleagues.WorkCasesAsync(db, agencyId, [id], cancellation);
        Must(known, CaseworkRefusals.ColleagueUnknown, field);
    }
}
