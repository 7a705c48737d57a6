// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Linkage;

/// <summary>Headers that lists use, folded to lower case without accents, and what they mean.</summary>
internal static class HeaderWords
{
    /// <summary>One role a line, with the headers that say it.</summary>
    private const string Table = """
        RecordId: id rec_id record_id recordid unique_id uniqueid folio expediente no_expediente num_expediente numero_expediente registro id_registro no_registro case_id case_number case_no clave_registro person_id id_persona
        Source: source agency list dependencia institucion fuente organismo agencia lista organization organisation organizacion
        GivenNames: given_name given_names givenname givennames first_name first_names firstname forename forenames nombre nombres nombre_s nombre_de_pila nombres_de_pila primer_nombre name_given
        Surname: surname surname1 surname_1 surnames last_name lastname family_name familyname apellido apellidos apellido1 apellido_1 primer_apellido apellido_paterno paterno ap_paterno a_paterno first_surname
        SecondSurname: surname2 surname_2 second_surname apellido2 apellido_2 segundo_apellido apellido_materno materno ap_materno a_materno mothers_surname
        FullName: full_name fullname name nombre_completo nombre_y_apellidos nombres_y_apellidos nombre_y_apellido apellidos_y_nombres nombre_de_la_persona nombre_persona
        Alias: alias apodo sobrenombre nickname aka also_known_as otros_nombres
        BirthDate: date_of_birth dateofbirth dob birth_date birthdate birthday birth_year year_of_birth fecha_nacimiento fecha_de_nacimiento fec_nac fecha_nac f_nacimiento fnac nacimiento ano_nacimiento ano_de_nacimiento
        Sex: sex sexo gender genero
        Document: document doc doc_id document_id documento no_documento num_documento numero_documento numero_de_documento id_number identity_document identificacion no_identificacion curp dpi cui dui dni cedula rfc passport passport_number passport_no pasaporte no_pasaporte soc_sec_id ssn national_id
        Phone: phone phone_number telephone tel mobile cell telefono telefono_celular numero_de_telefono celular movil tel_celular contact_phone
        Country: country nationality country_of_birth country_of_origin citizenship pais nacionalidad pais_nacimiento pais_de_nacimiento pais_origen pais_de_origen
        Region: region state province department estado provincia departamento entidad entidad_federativa entidad_nacimiento
        Municipality: municipality municipio city town ciudad alcaldia delegacion canton
        Locality: suburb locality localidad colonia barrio neighborhood neighbourhood village comunidad aldea
        Postcode: postcode post_code postal_code zip zip_code zipcode cp c_p codigo_postal
        Street: address address_1 address1 address_2 address2 street street_name direccion domicilio calle
        StreetNumber: street_number house_number numero_exterior num_exterior no_exterior numero_de_casa
        Other: email e_mail correo correo_electronico email_address
        """;

    private static readonly FrozenDictionary<string, ColumnRole> Known = Table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": "))
        .SelectMany(row =>
            row[1].Split(' ').Select(header => (header, Role: Enum.Parse<ColumnRole>(row[0])))
        )
        .ToFrozenDictionary(pair => pair.header, pair => pair.Role, StringComparer.Ordinal);

    public static ColumnRole RoleOf(string folded)
    {
        if (Known.TryGetValue(folded, out var role))
        {
            return role;
        }

        // "telefono_2", "documento1": the same thing a second time.
        var bare = folded.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_');
        return bare.Length < folded.Length && Known.TryGetValue(bare, out role) && Repeats(role)
            ? role
            : ColumnRole.Ignored;
    }

    private static bool Repeats(ColumnRole role) =>
        role
            is ColumnRole.Phone
                or ColumnRole.Document
                or ColumnRole.Alias
                or ColumnRole.Other
                or ColumnRole.Street;
}
