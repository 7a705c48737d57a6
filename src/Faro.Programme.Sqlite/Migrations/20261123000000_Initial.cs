using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    territory = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    mandate = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_system = table.Column<bool>(type: "INTEGER", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    act = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "blind_tokens",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    token = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blind_tokens", x => new { x.kind, x.token, x.owner_id });
                });

            migrationBuilder.CreateTable(
                name: "consent_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    added_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_texts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instruments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sheets = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    uploaded_at = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instruments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    input = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    chunk_count = table.Column<int>(type: "INTEGER", nullable: false),
                    chunks_done = table.Column<int>(type: "INTEGER", nullable: false),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    failure_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    failure_values = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<string>(type: "TEXT", nullable: true),
                    lease_holder = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    starts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mapping_memories",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    signature = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false),
                    used_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mapping_memories", x => new { x.agency_id, x.kind, x.signature });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    gender = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    age_band = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    age_in_doubt = table.Column<bool>(type: "INTEGER", nullable: false),
                    citizenship = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    exploitation_forms = table.Column<string>(type: "TEXT", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    erased_at = table.Column<string>(type: "TEXT", nullable: true),
                    joined_to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_people_people_joined_to_id",
                        column: x => x.joined_to_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_numbers",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_numbers", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "programme_profile",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    territory = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    territory_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    number_prefix = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    neutral_titles = table.Column<bool>(type: "INTEGER", nullable: false),
                    minimum_cell = table.Column<int>(type: "INTEGER", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_profile", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    proposed_at = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<string>(type: "TEXT", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    minimum = table.Column<int>(type: "INTEGER", nullable: false),
                    people = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_keys",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapped_by = table.Column<int>(type: "INTEGER", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_keys", x => x.owner_id);
                });

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_es = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    territory = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    source_url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    licence = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    retrieved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "studies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title_es = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    question_es = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    question_en = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    territory = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    territory_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_studies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role_codes = table.Column<string>(type: "TEXT", nullable: false),
                    compartments = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    totp_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    totp_begun_at = table.Column<string>(type: "TEXT", nullable: true),
                    totp_last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    recovery_prints = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<string>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_chunks",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    input_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    result = table.Column<byte[]>(type: "BLOB", nullable: false),
                    done_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_chunks", x => new { x.job_id, x.index });
                    table.ForeignKey(
                        name: "fk_job_chunks_jobs_job_id",
                        column: x => x.job_id,
                        principalTable: "jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    state_since = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    risk = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    next_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_contact_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    restricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closure_reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_cases_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_relations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_relations", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_relations_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_relations_people_relative_id",
                        column: x => x.relative_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sealed_identities",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_identities", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_sealed_identities_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "published_tables",
                columns: table => new
                {
                    publication_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    cells = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_tables", x => new { x.publication_id, x.code });
                    table.ForeignKey(
                        name: "fk_published_tables_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "series_values",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_values", x => new { x.series_id, x.period });
                    table.ForeignKey(
                        name: "fk_series_values_series_series_id",
                        column: x => x.series_id,
                        principalTable: "series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "study_figures",
                columns: table => new
                {
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    inputs_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    versions = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_figures", x => new { x.study_id, x.code });
                    table.ForeignKey(
                        name: "fk_study_figures_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "study_sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    retrieved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    licence = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    citation = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    file_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    row_count = table.Column<int>(type: "INTEGER", nullable: false),
                    problems = table.Column<string>(type: "TEXT", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    loaded_at = table.Column<string>(type: "TEXT", nullable: true),
                    erased_at = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_sources", x => x.id);
                    table.ForeignKey(
                        name: "fk_study_sources_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "study_steps",
                columns: table => new
                {
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    inputs_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    result = table.Column<byte[]>(type: "BLOB", nullable: false),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_steps", x => new { x.study_id, x.code });
                    table.ForeignKey(
                        name: "fk_study_steps_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "study_texts",
                columns: table => new
                {
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    es = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    en = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    changed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_texts", x => new { x.study_id, x.part });
                    table.ForeignKey(
                        name: "fk_study_texts_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    device = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_user_passkeys_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    instrument_version = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    overall = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    is_latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    voided_at = table.Column<string>(type: "TEXT", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_assessments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_diary",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    party = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    against_rules = table.Column<bool>(type: "INTEGER", nullable: false),
                    text_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    amends_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_amended = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_diary", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_diary_case_diary_amends_id",
                        column: x => x.amends_id,
                        principalTable: "case_diary",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_case_diary_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_flags",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    message_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    raised_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    raised_at = table.Column<string>(type: "TEXT", nullable: false),
                    resolved_at = table.Column<string>(type: "TEXT", nullable: true),
                    resolved_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_flags", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_flags_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_goals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    responsible_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    planned_end = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_goals", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_goals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_members",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_members", x => new { x.case_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_case_members_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_members_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_plan_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_plan_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_plan_reviews_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    own_words_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    agreement = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    responsible_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_plans_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_safe_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    channels = table.Column<string>(type: "TEXT", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_safe_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_safe_contacts_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_safety_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    is_latest = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_safety_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_safety_plans_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_steps_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    title_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_tasks", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_tasks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    current = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<string>(type: "TEXT", nullable: true),
                    removed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    removal_reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_documents_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    instrument_version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    interpreter = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    company = table.Column<string>(type: "TEXT", nullable: false),
                    who_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    interviewer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<string>(type: "TEXT", nullable: false),
                    finished_at = table.Column<string>(type: "TEXT", nullable: true),
                    answers_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    last_save_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    in_conflict = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_interviews_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interviews_users_interviewer_id",
                        column: x => x.interviewer_id,
                        principalTable: "users",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "source_chunks",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_chunks", x => new { x.source_id, x.index });
                    table.ForeignKey(
                        name: "fk_source_chunks_study_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "study_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "source_uploads",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_uploads", x => new { x.source_id, x.index });
                    table.ForeignKey(
                        name: "fk_source_uploads_study_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "study_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_assessment_answers",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_assessment_answers", x => new { x.assessment_id, x.item });
                    table.ForeignKey(
                        name: "fk_case_assessment_answers_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "case_assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    units = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    cost = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    goal_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    notes_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_services", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_services_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_services_case_goals_goal_id",
                        column: x => x.goal_id,
                        principalTable: "case_goals",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_case_services_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consent_occasions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    manner = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    capacity = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    assent = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    with_interpreter = table.Column<bool>(type: "INTEGER", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    people_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    signature_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_occasions", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_occasions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consent_occasions_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "document_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    hash_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    begun_at = table.Column<string>(type: "TEXT", nullable: false),
                    arrived_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_versions_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interview_saves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    interview_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    answers_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reason_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    resolved_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_saves", x => x.id);
                    table.ForeignKey(
                        name: "fk_interview_saves_interviews_interview_id",
                        column: x => x.interview_id,
                        principalTable: "interviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occasion_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    recipient = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    country = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: false),
                    text_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    exception = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    since = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawal_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_consents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consents_consent_occasions_occasion_id",
                        column: x => x.occasion_id,
                        principalTable: "consent_occasions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_consents_consent_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "consent_texts",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_consents_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_pieces",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_pieces", x => new { x.version_id, x.index });
                    table.ForeignKey(
                        name: "fk_document_pieces_document_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "document_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    compartments = table.Column<string>(type: "TEXT", nullable: false),
                    reason_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    since = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_grants_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_grants_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_name",
                table: "agencies",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_hash",
                table: "api_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_user_id",
                table: "api_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_id_seq",
                table: "audit_entries",
                columns: new[] { "actor_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id_seq",
                table: "audit_entries",
                columns: new[] { "subject_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_blind_tokens_owner_id",
                table: "blind_tokens",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_assessments_case_id_on",
                table: "case_assessments",
                columns: new[] { "case_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_diary_amends_id",
                table: "case_diary",
                column: "amends_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_diary_case_id_is_amended_on",
                table: "case_diary",
                columns: new[] { "case_id", "is_amended", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_flags_case_id_resolved_at",
                table: "case_flags",
                columns: new[] { "case_id", "resolved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_goals_case_id_state",
                table: "case_goals",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_case_grants_agency_id_until",
                table: "case_grants",
                columns: new[] { "agency_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_case_grants_case_id_until",
                table: "case_grants",
                columns: new[] { "case_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_case_grants_consent_id",
                table: "case_grants",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_grants_user_id_until",
                table: "case_grants",
                columns: new[] { "user_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_case_members_user_id",
                table: "case_members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_plan_reviews_case_id_on",
                table: "case_plan_reviews",
                columns: new[] { "case_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_plans_case_id",
                table: "case_plans",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_safe_contacts_case_id_version",
                table: "case_safe_contacts",
                columns: new[] { "case_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_safety_plans_case_id_version",
                table: "case_safety_plans",
                columns: new[] { "case_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_services_agency_id",
                table: "case_services",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_services_case_id_from",
                table: "case_services",
                columns: new[] { "case_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_case_services_goal_id",
                table: "case_services",
                column: "goal_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_steps_case_id_version",
                table: "case_steps",
                columns: new[] { "case_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_case_id_state",
                table: "case_tasks",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_owner_id_state_due_on",
                table: "case_tasks",
                columns: new[] { "owner_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_id",
                table: "cases",
                columns: new[] { "agency_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_owner_id_next_due_on",
                table: "cases",
                columns: new[] { "owner_id", "next_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_person_id",
                table: "cases",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_occasions_case_id",
                table: "consent_occasions",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_occasions_document_id",
                table: "consent_occasions",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_texts_purpose_version_language",
                table: "consent_texts",
                columns: new[] { "purpose", "version", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consents_agency_id",
                table: "consents",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_case_id_id",
                table: "consents",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_occasion_id",
                table: "consents",
                column: "occasion_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_person_id_purpose",
                table: "consents",
                columns: new[] { "person_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_text_id",
                table: "consents",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_until",
                table: "consents",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_document_pieces_owner_id",
                table: "document_pieces",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_document_id_number",
                table: "document_versions",
                columns: new[] { "document_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_case_id_id",
                table: "documents",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_expires_on",
                table: "documents",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "ix_documents_person_id",
                table: "documents",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_instruments_code_version",
                table: "instruments",
                columns: new[] { "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interview_saves_interview_id_at",
                table: "interview_saves",
                columns: new[] { "interview_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_interviews_case_id_started_at",
                table: "interviews",
                columns: new[] { "case_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interviews_interviewer_id",
                table: "interviews",
                column: "interviewer_id");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_state_id",
                table: "jobs",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_subject_id",
                table: "jobs",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_agency_id_id",
                table: "people",
                columns: new[] { "agency_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_joined_to_id",
                table: "people",
                column: "joined_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_number",
                table: "people",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_relations_person_id_relative_id",
                table: "person_relations",
                columns: new[] { "person_id", "relative_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_relations_relative_id",
                table: "person_relations",
                column: "relative_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_keys_wrapped_by_owner_id",
                table: "sealed_keys",
                columns: new[] { "wrapped_by", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_series_code",
                table: "series",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id",
                table: "sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_studies_agency_id_id",
                table: "studies",
                columns: new[] { "agency_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_study_sources_study_id_number",
                table: "study_sources",
                columns: new[] { "study_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_passkeys_user_id",
                table: "user_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_users_agency_id",
                table: "users",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "users",
                column: "normalized_user_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "blind_tokens");

            migrationBuilder.DropTable(
                name: "case_assessment_answers");

            migrationBuilder.DropTable(
                name: "case_diary");

            migrationBuilder.DropTable(
                name: "case_flags");

            migrationBuilder.DropTable(
                name: "case_grants");

            migrationBuilder.DropTable(
                name: "case_members");

            migrationBuilder.DropTable(
                name: "case_plan_reviews");

            migrationBuilder.DropTable(
                name: "case_plans");

            migrationBuilder.DropTable(
                name: "case_safe_contacts");

            migrationBuilder.DropTable(
                name: "case_safety_plans");

            migrationBuilder.DropTable(
                name: "case_services");

            migrationBuilder.DropTable(
                name: "case_steps");

            migrationBuilder.DropTable(
                name: "case_tasks");

            migrationBuilder.DropTable(
                name: "document_pieces");

            migrationBuilder.DropTable(
                name: "instruments");

            migrationBuilder.DropTable(
                name: "interview_saves");

            migrationBuilder.DropTable(
                name: "job_chunks");

            migrationBuilder.DropTable(
                name: "mapping_memories");

            migrationBuilder.DropTable(
                name: "person_numbers");

            migrationBuilder.DropTable(
                name: "person_relations");

            migrationBuilder.DropTable(
                name: "programme_profile");

            migrationBuilder.DropTable(
                name: "published_tables");

            migrationBuilder.DropTable(
                name: "sealed_identities");

            migrationBuilder.DropTable(
                name: "sealed_keys");

            migrationBuilder.DropTable(
                name: "series_values");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "source_chunks");

            migrationBuilder.DropTable(
                name: "source_uploads");

            migrationBuilder.DropTable(
                name: "study_figures");

            migrationBuilder.DropTable(
                name: "study_steps");

            migrationBuilder.DropTable(
                name: "study_texts");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_passkeys");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "case_assessments");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "case_goals");

            migrationBuilder.DropTable(
                name: "document_versions");

            migrationBuilder.DropTable(
                name: "interviews");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "series");

            migrationBuilder.DropTable(
                name: "study_sources");

            migrationBuilder.DropTable(
                name: "consent_occasions");

            migrationBuilder.DropTable(
                name: "consent_texts");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "studies");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "agencies");

            migrationBuilder.DropTable(
                name: "people");
        }
    }
}
