// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.People;

namespace Faro.Web.Features.People;

/// <summary>What a form says of an identity. Everything may be left empty.</summary>
public sealed class IdentityAnswers
{
    private const int BlankRows = 2;

    public string? GivenNames { get; set; }

    public string? Surname1 { get; set; }

    public string? Surname2 { get; set; }

    public string? OtherNames { get; set; }

    /// <summary>Separated by commas.</summary>
    public string? Aliases { get; set; }

    public string? BirthYear { get; set; }

    public string? BirthMonth { get; set; }

    public string? BirthDay { get; set; }

    /// <summary>Fills an estimate: born between the year above and this one.</summary>
    public string? BirthLatestYear { get; set; }

    public List<DocumentRow> Documents { get; set; } = [];

    public List<PhoneRow> Phones { get; set; } = [];

    public string? Address { get; set; }

    public string? Notes { get; set; }

    public static IdentityAnswers From(PersonIdentity identity) =>
        new()
        {
            GivenNames = identity.GivenNames,
            Surname1 = identity.Surname1,
            Surname2 = identity.Surname2,
            OtherNames = identity.OtherNames,
            Aliases = string.Join(", ", identity.Aliases),
            BirthYear = Text(identity.Birth?.Year),
            BirthMonth = Text(identity.Birth?.Month),
            BirthDay = Text(identity.Birth?.Day),
            BirthLatestYear = Text(identity.Birth?.LatestYear),
            Documents =
            [
                .. identity.Documents.Select(document => new DocumentRow
                {
                    Kind = document.Kind,
                    Number = document.Number,
                    Country = document.Country,
                }),
            ],
            Phones =
            [
                .. identity.Phones.Select(phone => new PhoneRow
                {
                    Number = phone.Number,
                    Safe = phone.Safe is { } safe
                        ? (safe ? PhoneRow.IsSafe : PhoneRow.IsUnsafe)
                        : "",
                    Note = phone.Note,
                }),
            ],
            Address = identity.Address,
            Notes = identity.Notes,
        };

    /// <summary>Leaves room to add without a script.</summary>
    public void AddBlankRows()
    {
        for (var row = 0; row < BlankRows && Documents.Count < PersonIdentity.ListMaxLength; row++)
        {
            Documents.Add(new DocumentRow());
        }

        for (var row = 0; row < BlankRows && Phones.Count < PersonIdentity.ListMaxLength; row++)
        {
            Phones.Add(new PhoneRow());
        }
    }

    public PersonIdentity ToIdentity() =>
        new()
        {
            GivenNames = GivenNames ?? "",
            Surname1 = Surname1 ?? "",
            Surname2 = Surname2 ?? "",
            OtherNames = OtherNames ?? "",
            Aliases = (Aliases ?? "").Split([',', ';'], StringSplitOptions.TrimEntries),
            Birth = ToBirth(),
            Documents =
            [
                .. Documents.Select(row => new IdentityDocument(
                    row.Kind ?? "",
                    row.Number ?? "",
                    row.Country ?? ""
                )),
            ],
            Phones =
            [
                .. Phones.Select(row => new IdentityPhone(
                    row.Number ?? "",
                    row.Safe switch
                    {
                        PhoneRow.IsSafe => true,
                        PhoneRow.IsUnsafe => false,
                        _ => null,
                    },
                    row.Note ?? ""
                )),
            ],
            Address = Address ?? "",
            Notes = Notes ?? "",
        };

    /// <summary>As exact as what was filled in; what is no number becomes a date that the rules refuse.</summary>
    private BirthDate? ToBirth()
    {
        string[] typed = [BirthYear ?? "", BirthMonth ?? "", BirthDay ?? "", BirthLatestYear ?? ""];
        if (typed.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        var (year, month, day, latest) = (
            Number(typed[0]),
            Number(typed[1]),
            Number(typed[2]),
            Number(typed[3])
        );
        var precision = (month, day, latest) switch
        {
            (null, null, not null) => BirthPrecisions.Estimated,
            (not null, not null, null) => BirthPrecisions.Day,
            (not null, null, null) => BirthPrecisions.Month,
            (null, null, null) => BirthPrecisions.Year,
            _ => "",
        };
        return new BirthDate(precision, year ?? 0, month, day, latest);
    }

    private static int? Number(string typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(
            typed.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : 0;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>One document; without a number it is not there.</summary>
    public sealed class DocumentRow
    {
        public string? Kind { get; set; }

        public string? Number { get; set; }

        public string? Country { get; set; }
    }

    /// <summary>One phone; without a number it is not there.</summary>
    public sealed class PhoneRow
    {
        public const string IsSafe = "yes";
        public const string IsUnsafe = "no";

        public string? Number { get; set; }

        /// <summary>Empty until somebody asked.</summary>
        public string? Safe { get; set; }

        public string? Note { get; set; }
    }
}
