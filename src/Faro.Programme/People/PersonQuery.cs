// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.People;

/// <summary>What a search asks of the vault; whatever is empty is not asked.</summary>
public sealed record PersonQuery
{
    public const int TextMaxLength = 200;

    /// <summary>Any words of any names, in any order and spelling.</summary>
    public string Names { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    public int? BirthYear { get; init; }

    public string Document { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>Shows nothing.</summary>
    public override string ToString() => "•••";
}

/// <summary>
/// Somebody found, without identity. A higher score is likelier, and only the order means something; the matches are codes
/// of <see cref="PersonMatches"/>.
/// </summary>
public sealed record PersonHit(
    Guid Id,
    string Number,
    string Sex,
    string AgeBand,
    string Citizenship,
    string Status,
    DateOnly RegisteredOn,
    int Score,
    IReadOnlyList<string> Matches
);

/// <summary>What of a query agreed with a person.</summary>
public static class PersonMatches
{
    public const string Document = "document";
    public const string Phone = "phone";
    public const string BirthDate = "birth-date";
    public const string BirthYear = "birth-year";

    /// <summary>All words of the name as written, accents apart.</summary>
    public const string Name = "name";

    /// <summary>All words, some only by ear.</summary>
    public const string NameByEar = "name-by-ear";

    /// <summary>Half of the words or more.</summary>
    public const string NameInPart = "name-in-part";

    public static readonly IReadOnlyList<string> All =
    [
        Document,
        Phone,
        BirthDate,
        BirthYear,
        Name,
        NameByEar,
        NameInPart,
    ];
}
