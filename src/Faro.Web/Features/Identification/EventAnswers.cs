// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Identification;

namespace Faro.Web.Features.Identification;

/// <summary>What a form says of a place and time. Everything may be left empty.</summary>
public sealed class EventAnswers
{
    public int Version { get; set; }

    public string? Type { get; set; }

    public string? FromDay { get; set; }

    public string? FromMonth { get; set; }

    public string? FromYear { get; set; }

    public string? UntilDay { get; set; }

    public string? UntilMonth { get; set; }

    public string? UntilYear { get; set; }

    public int? Age { get; set; }

    public string? Country { get; set; }

    public string? State { get; set; }

    public string? Place { get; set; }

    public decimal? Latitude { get; set; }

    public decimal? Longitude { get; set; }

    public string? PlaceKind { get; set; }

    public string? Transport { get; set; }

    public string? Crossing { get; set; }

    public static EventAnswers From(EventShown row)
    {
        var (from, until) = (row.Facts.From.Split('-'), row.Facts.Until.Split('-'));
        return new()
        {
            Version = row.Version,
            Type = row.Facts.Type,
            FromYear = from[0],
            FromMonth = from.ElementAtOrDefault(1),
            FromDay = from.ElementAtOrDefault(2),
            UntilYear = until[0],
            UntilMonth = until.ElementAtOrDefault(1),
            UntilDay = until.ElementAtOrDefault(2),
            Age = row.Facts.Age,
            Country = row.Facts.Country,
            State = row.Facts.State,
            Place = row.Facts.Place,
            Latitude = row.Facts.Latitude,
            Longitude = row.Facts.Longitude,
            PlaceKind = row.Facts.PlaceKind,
            Transport = row.Facts.Transport,
            Crossing = row.Facts.Crossing,
        };
    }

    public EventFacts ToFacts() =>
        new()
        {
            Type = Type ?? "",
            From = Partial(FromYear, FromMonth, FromDay),
            Until = Partial(UntilYear, UntilMonth, UntilDay),
            Age = Age,
            Country = Country ?? "",
            State = State ?? "",
            Place = Place ?? "",
            Latitude = Latitude,
            Longitude = Longitude,
            PlaceKind = PlaceKind ?? "",
            Transport = Transport ?? "",
            Crossing = Crossing ?? "",
        };

    /// <summary>As far as it is given; a day without its month is no date and stays so, for the rules to refuse.</summary>
    private static string Partial(string? year, string? month, string? day)
    {
        var parts = new[] { (year, 4), (month, 2), (day, 2) };
        var given = parts.Count(part => !string.IsNullOrWhiteSpace(part.Item1));
        return given == 0
            ? ""
            : string.Join(
                '-',
                parts
                    .Take(string.IsNullOrWhiteSpace(day) && given < 3 ? given : 3)
                    .Select(part => part.Item1?.Trim().PadLeft(part.Item2, '0') ?? "?")
            );
    }
}

/// <summary>The version of the row that is taken back.</summary>
public sealed class WithdrawAnswers
{
    public int Version { get; set; }
}
