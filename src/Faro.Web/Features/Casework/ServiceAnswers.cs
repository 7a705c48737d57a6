// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Plans;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Casework;

/// <summary>What the form on a service posts, as written.</summary>
public sealed class ServiceAnswers
{
    public const string Yes = "yes";
    public const string No = "no";

    public string? Kind { get; set; }

    public Guid? AgencyId { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Units { get; set; }

    public string? Unit { get; set; }

    public string? Cost { get; set; }

    public string? Currency { get; set; }

    public string? Outcome { get; set; }

    public string? ShelterKind { get; set; }

    /// <summary><c>yes</c>, <c>no</c> or nothing.</summary>
    public string? StaysFreely { get; set; }

    public Guid? GoalId { get; set; }

    public string? Notes { get; set; }

    public string? Compartment { get; set; }

    public int Version { get; set; }

    internal static ServiceAnswers Of(ServiceReading service)
    {
        var facts = service.Facts;
        return new()
        {
            Kind = facts.Kind,
            AgencyId = facts.AgencyId,
            From = PostedDay.Write(facts.From),
            To = PostedDay.Write(facts.To),
            Units = PostedNumber.Write(facts.Units),
            Unit = facts.Unit,
            Cost = PostedNumber.Write(facts.Cost),
            Currency = facts.Currency,
            Outcome = facts.Outcome,
            ShelterKind = facts.ShelterKind,
            StaysFreely = facts.StaysFreely switch
            {
                true => Yes,
                false => No,
                null => "",
            },
            GoalId = facts.GoalId,
            Notes = facts.Notes,
            Compartment = facts.Compartment,
            Version = service.Version,
        };
    }

    internal ServiceFacts ToFacts() =>
        new(
            Kind ?? "",
            AgencyId,
            CaseworkScreen.DayOf(From),
            CaseworkScreen.DayOf(To),
            PostedNumber.Read(Units),
            Unit ?? "",
            PostedNumber.Read(Cost),
            Currency ?? "",
            Outcome ?? "",
            GoalId,
            Notes ?? "",
            Compartment ?? ""
        )
        {
            ShelterKind = ShelterKind ?? "",
            StaysFreely = StaysFreely switch
            {
                Yes => true,
                No => false,
                _ => null,
            },
        };
}
