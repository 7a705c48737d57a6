// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>What a column of a list says about a person. The role decides how the column is cleaned and compared.</summary>
public enum ColumnRole
{
    /// <summary>Not compared: notes, intake dates, anything unknown.</summary>
    Ignored = 0,

    /// <summary>The list's own number of the record; carried through, never compared.</summary>
    RecordId = 1,

    /// <summary>Which list or agency the record comes from; carried through, never compared.</summary>
    Source = 2,

    /// <summary>One or more given names.</summary>
    GivenNames = 3,

    /// <summary>The first surname, or all surnames when the list has one column for them.</summary>
    Surname = 4,

    /// <summary>The second surname, as Spanish-speaking countries use it.</summary>
    SecondSurname = 5,

    /// <summary>Given names and surnames in one column: "Ana López Ruiz" or "López Ruiz, Ana".</summary>
    FullName = 6,

    /// <summary>Nickname or other name that the person uses.</summary>
    Alias = 7,

    /// <summary>Birth date, whole or in part (a year alone is welcome).</summary>
    BirthDate = 8,

    /// <summary>Sex or gender as the list has it.</summary>
    Sex = 9,

    /// <summary>Number of an identity document: CURP, DPI, passport, social security number.</summary>
    Document = 10,

    /// <summary>Telephone number.</summary>
    Phone = 11,

    /// <summary>Country of birth, nationality or residence.</summary>
    Country = 12,

    /// <summary>State, department or province.</summary>
    Region = 13,

    /// <summary>Municipality or city.</summary>
    Municipality = 14,

    /// <summary>Quarter, suburb, colonia or village.</summary>
    Locality = 15,

    /// <summary>Postal code.</summary>
    Postcode = 16,

    /// <summary>Street or address without the number.</summary>
    Street = 17,

    /// <summary>House number.</summary>
    StreetNumber = 18,

    /// <summary>Anything else worth comparing as text, such as an e-mail address.</summary>
    Other = 19,
}
