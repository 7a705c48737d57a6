// SPDX-License-Identifier: Apache-2.0
using System.Net.Mail;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Agencies;

/// <summary>What the directory says of a member of the network.</summary>
public sealed record AgencyFacts
{
    public const string SectorList = "agency-sectors";
    public const string KindList = "agency-kinds";

    public required string Name { get; init; }

    /// <summary>The acronym or the name people use.</summary>
    public required string ShortName { get; init; }

    /// <summary>A code of the list <c>agency-sectors</c>.</summary>
    public required string Sector { get; init; }

    /// <summary>A code of the list <c>agency-kinds</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>CVEGEO: 2 digits for a state, 5 for a municipality; empty for the whole country.</summary>
    public string Territory { get; init; } = "";

    /// <summary>E.164, or empty.</summary>
    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>What it may do under the law, in its own words.</summary>
    public string Mandate { get; init; } = "";

    internal AgencyFacts Tidied() =>
        this with
        {
            Name = Tidy(Name),
            ShortName = Tidy(ShortName),
            Territory = Territory.Trim(),
            Phone = PhoneNumber.TryRead(Phone, out var number) ? number : Phone.Trim(),
            Email = Email.Trim(),
            Mandate = Mandate.Trim(),
        };

    /// <param name="db">To see whose name it already is.</param>
    /// <param name="self">The agency that has these facts; null for a new one.</param>
    /// <param name="today">The local day.</param>
    /// <param name="cancellation">Ends the check.</param>
    internal async Task<List<Refusal>> CheckAsync(
        FaroDb db,
        Guid? self,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var refusals = CheckForm(today);
        if (Name.Length == 0)
        {
            return refusals;
        }

        // A directory is small; comparing folded names in memory is the same on both databases.
        var names = await db
            .Agencies.Where(agency => agency.Id != self)
            .Select(agency => agency.Name)
            .ToListAsync(cancellation);
        var folded = NameFolding.Fold(Name);
        if (names.Exists(name => NameFolding.Fold(name) == folded))
        {
            refusals.Add(new Refusal(AgencyRefusals.NameTaken, nameof(Name)));
        }

        return refusals;
    }

    internal void Apply(Agency agency)
    {
        agency.Name = Name;
        agency.ShortName = ShortName;
        agency.Sector = Sector;
        agency.Kind = Kind;
        agency.Territory = Territory;
        agency.Phone = Phone;
        agency.Email = Email;
        agency.Mandate = Mandate;
    }

    private List<Refusal> CheckForm(DateOnly today)
    {
        var refusals = new List<Refusal>();
        refusals.Must(Name.Length > 0, AgencyRefusals.NameMissing, nameof(Name));
        refusals.Must(ShortName.Length > 0, AgencyRefusals.ShortNameMissing, nameof(ShortName));
        refusals.AtMost(Name, Agency.NameMaxLength, AgencyRefusals.TooLong, nameof(Name));
        refusals.AtMost(
            ShortName,
            Agency.ShortNameMaxLength,
            AgencyRefusals.TooLong,
            nameof(ShortName)
        );
        refusals.AtMost(Mandate, Agency.NotesMaxLength, AgencyRefusals.TooLong, nameof(Mandate));
        refusals.AtMost(Email, Agency.EmailMaxLength, AgencyRefusals.TooLong, nameof(Email));
        refusals.Must(
            CodeLists.Get(SectorList).Accepts(Sector, today),
            AgencyRefusals.SectorUnknown,
            nameof(Sector)
        );
        refusals.Must(
            CodeLists.Get(KindList).Accepts(Kind, today),
            AgencyRefusals.KindUnknown,
            nameof(Kind)
        );
        refusals.Must(
            Territory.Length == 0 || TerritoryCode.IsKnown(Territory),
            AgencyRefusals.TerritoryUnknown,
            nameof(Territory)
        );
        refusals.Must(
            Phone.Length == 0 || PhoneNumber.TryRead(Phone, out _),
            AgencyRefusals.PhoneNotInternational,
            nameof(Phone)
        );
        refusals.Must(
            Email.Length == 0
                || (MailAddress.TryCreate(Email, out var address) && address.Address == Email),
            AgencyRefusals.EmailNotAnAddress,
            nameof(Email)
        );
        return refusals;
    }

    private static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
