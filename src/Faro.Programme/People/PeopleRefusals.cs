// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.People;

/// <summary>Refusals of the People area. None tells a person's answer.</summary>
public static class PeopleRefusals
{
    /// <summary>There is nobody, or nobody this actor may see: the two are never told apart.</summary>
    public const string NotFound = "person.not-found";
    public const string ChangedMeanwhile = "person.changed-meanwhile";

    /// <summary>The identity is gone for good.</summary>
    public const string Erased = "person.erased";

    /// <summary>Whoever registers must belong to an agency.</summary>
    public const string AgencyMissing = "person.agency-missing";
    public const string SexUnknown = "person.sex-unknown";
    public const string GenderUnknown = "person.gender-unknown";
    public const string AgeBandUnknown = "person.age-band-unknown";
    public const string CountryUnknown = "person.country-unknown";
    public const string StatusUnknown = "person.status-unknown";
    public const string ExploitationUnknown = "person.exploitation-unknown";
    public const string RegisteredInFuture = "person.registered-in-future";

    /// <summary>Values: the limit in characters.</summary>
    public const string TooLong = "person.too-long";

    /// <summary>Values: the limit.</summary>
    public const string TooMany = "person.too-many";
    public const string BirthNotADate = "person.birth-not-a-date";
    public const string BirthInFuture = "person.birth-in-future";
    public const string DocumentKindUnknown = "person.document-kind-unknown";
    public const string PhoneNotInternational = "person.phone-not-international";
    public const string SearchEmpty = "person.search-empty";
    public const string ErasureReasonUnknown = "person.erasure-reason-unknown";

    /// <summary>The typed number is not this person's.</summary>
    public const string NumberNotTheSame = "person.number-not-the-same";
    public const string RelationKindUnknown = "person.relation-kind-unknown";
    public const string RelationToOneself = "person.relation-to-oneself";
    public const string RelationExists = "person.relation-exists";
    public const string RelationNotFound = "person.relation.not-found";

    public const string JoinOneself = "person.join-oneself";

    /// <summary>One of the two already stands behind another record.</summary>
    public const string AlreadyJoined = "person.already-joined";
    public const string NotJoined = "person.not-joined";

    /// <summary>No visible person has the typed number.</summary>
    public const string RelativeNotFound = "person.relative-unknown";
}
