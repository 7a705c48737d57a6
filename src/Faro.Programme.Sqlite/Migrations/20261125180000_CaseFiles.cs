using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CaseFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_interviews_interviewer_id",
                table: "interviews");

            migrationBuilder.AddColumn<byte[]>(
                name: "point_box",
                table: "trafficking_events",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "impact_assessed_on",
                table: "programme_profile",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "impact_reference",
                table: "programme_profile",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "load_limit",
                table: "programme_profile",
                type: "INTEGER",
                nullable: false,
                defaultValue: 25);

            migrationBuilder.AddColumn<int>(
                name: "quiet_days_high",
                table: "programme_profile",
                type: "INTEGER",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<int>(
                name: "quiet_days_imminent",
                table: "programme_profile",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "quiet_days_low",
                table: "programme_profile",
                type: "INTEGER",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<int>(
                name: "quiet_days_medium",
                table: "programme_profile",
                type: "INTEGER",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<int>(
                name: "quiet_days_unassessed",
                table: "programme_profile",
                type: "INTEGER",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<string>(
                name: "age_band",
                table: "cases",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "consent_until",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_flag",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_plan",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_safety_plan",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_determined",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_interviewed",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_minor",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "quiet_since",
                table: "cases",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "risk_rank",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "settled_by",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "sex",
                table: "cases",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "statutory_missing",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "shelter_kind",
                table: "case_services",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "stays_freely",
                table: "case_services",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "written_by_id",
                table: "case_plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "written_by_id",
                table: "case_goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approval_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    asks_again = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_approval_rules_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_version = table.Column<int>(type: "INTEGER", nullable: false),
                    choice = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    snapshot_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    asks_again = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    level_role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    level_user_ids = table.Column<string>(type: "TEXT", nullable: false),
                    barred_ids = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_at = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    colleague_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    task_kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    remind_days = table.Column<int>(type: "INTEGER", nullable: false),
                    words_box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    case_count = table.Column<int>(type: "INTEGER", nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    undo_job_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_batches_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_batches_users_requested_by",
                        column: x => x.requested_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_due_days",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_due_days", x => new { x.case_id, x.compartment, x.kind });
                    table.ForeignKey(
                        name: "fk_case_due_days_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_forms",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_forms", x => new { x.case_id, x.form });
                    table.ForeignKey(
                        name: "fk_case_forms_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "justice_hearings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    arrangements = table.Column<string>(type: "TEXT", nullable: false),
                    companion_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justice_hearings", x => x.id);
                    table.ForeignKey(
                        name: "fk_justice_hearings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "justice_measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justice_measures", x => x.id);
                    table.ForeignKey(
                        name: "fk_justice_measures_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "justice_reparations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    head = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asked_amount = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    ordered_amount = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    paid_amount = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justice_reparations", x => x.id);
                    table.ForeignKey(
                        name: "fk_justice_reparations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "justice_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justice_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_justice_steps_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "justice_tracks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    wish = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    wish_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    filer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    complaint_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    authority = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    offences = table.Column<string>(type: "TEXT", nullable: false),
                    adviser = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    non_punishment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ruling = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ruling_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justice_tracks", x => x.id);
                    table.ForeignKey(
                        name: "fk_justice_tracks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "migration_situations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    entered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    wish = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    wish_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asylum = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    released_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    release_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_migration_situations", x => x.id);
                    table.ForeignKey(
                        name: "fk_migration_situations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    filter = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_lists_users_owner_id",
                        column: x => x.owner_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compartment = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    relative_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    office = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    clock = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    box = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stays", x => x.id);
                    table.ForeignKey(
                        name: "fk_stays_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_stays_people_relative_id",
                        column: x => x.relative_id,
                        principalTable: "people",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "study_analyses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_at = table.Column<string>(type: "TEXT", nullable: false),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    lists_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inputs_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    versions = table.Column<string>(type: "TEXT", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_analyses", x => x.id);
                    table.ForeignKey(
                        name: "fk_study_analyses_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "study_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lists_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    signed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    signed_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_study_signatures_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approval_levels",
                columns: table => new
                {
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    user_ids = table.Column<string>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_levels", x => new { x.rule_id, x.order });
                    table.ForeignKey(
                        name: "fk_approval_levels_approval_rules_rule_id",
                        column: x => x.rule_id,
                        principalTable: "approval_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approval_steps",
                columns: table => new
                {
                    approval_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    user_ids = table.Column<string>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    granted = table.Column<bool>(type: "INTEGER", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<string>(type: "TEXT", nullable: true),
                    words_box = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_steps", x => new { x.approval_id, x.order });
                    table.ForeignKey(
                        name: "fk_approval_steps_approvals_approval_id",
                        column: x => x.approval_id,
                        principalTable: "approvals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_batch_items",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    row_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_before = table.Column<Guid>(type: "TEXT", nullable: true),
                    was_member = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_batch_items", x => new { x.batch_id, x.case_id });
                    table.ForeignKey(
                        name: "fk_case_batch_items_case_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "case_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_batch_items_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "first_lists",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_first_lists", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_first_lists_saved_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "saved_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_first_lists_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "study_headlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    study_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    analysis_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason_es = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    reason_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    words_es = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    words_en = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    chosen_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    chosen_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_headlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_study_headlines_studies_study_id",
                        column: x => x.study_id,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_study_headlines_study_analyses_analysis_id",
                        column: x => x.analysis_id,
                        principalTable: "study_analyses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_agency_id_registered_on",
                table: "people",
                columns: new[] { "agency_id", "registered_on" });

            migrationBuilder.CreateIndex(
                name: "ix_people_status_agency_id",
                table: "people",
                columns: new[] { "status", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_interviews_interviewer_id_in_conflict",
                table: "interviews",
                columns: new[] { "interviewer_id", "in_conflict" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_closed_on_owner_id",
                table: "cases",
                columns: new[] { "agency_id", "closed_on", "owner_id" },
                filter: "closed_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_has_flag_id",
                table: "cases",
                columns: new[] { "agency_id", "has_flag", "id" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_id1",
                table: "cases",
                columns: new[] { "agency_id", "id" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_opened_on_id",
                table: "cases",
                columns: new[] { "agency_id", "opened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_quiet_since_id",
                table: "cases",
                columns: new[] { "agency_id", "quiet_since", "id" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_risk_rank_id",
                table: "cases",
                columns: new[] { "agency_id", "risk_rank", "id" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_agency_id_state_id",
                table: "cases",
                columns: new[] { "agency_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_by_worker",
                table: "cases",
                columns: new[] { "agency_id", "owner_id", "risk", "state", "opened_on", "quiet_since", "consent_until", "has_plan", "has_safety_plan", "is_interviewed", "is_determined", "statutory_missing" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_owner_id_id",
                table: "cases",
                columns: new[] { "owner_id", "id" },
                filter: "closed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_settled_by",
                table: "cases",
                column: "settled_by",
                filter: "settled_by < 1");

            migrationBuilder.CreateIndex(
                name: "ix_case_plans_responsible_id_review_on",
                table: "case_plans",
                columns: new[] { "responsible_id", "review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_goals_responsible_id_state_planned_end",
                table: "case_goals",
                columns: new[] { "responsible_id", "state", "planned_end" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                table: "audit_entries",
                column: "at",
                filter: "result = 'refused'");

            migrationBuilder.CreateIndex(
                name: "ix_approval_rules_agency_id_subject",
                table: "approval_rules",
                columns: new[] { "agency_id", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approvals_case_id_subject",
                table: "approvals",
                columns: new[] { "case_id", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_state_due_on",
                table: "approvals",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_batch_items_batch_id_index",
                table: "case_batch_items",
                columns: new[] { "batch_id", "index" });

            migrationBuilder.CreateIndex(
                name: "ix_case_batch_items_case_id",
                table: "case_batch_items",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_batches_agency_id_id",
                table: "case_batches",
                columns: new[] { "agency_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_batches_requested_by",
                table: "case_batches",
                column: "requested_by");

            migrationBuilder.CreateIndex(
                name: "ix_case_due_days_agency_id_on_case_id_compartment_kind",
                table: "case_due_days",
                columns: new[] { "agency_id", "on", "case_id", "compartment", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_case_forms_agency_id_form_case_id",
                table: "case_forms",
                columns: new[] { "agency_id", "form", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_first_lists_list_id",
                table: "first_lists",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_justice_hearings_case_id_on",
                table: "justice_hearings",
                columns: new[] { "case_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_justice_measures_case_id_state",
                table: "justice_measures",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_justice_reparations_case_id_state",
                table: "justice_reparations",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_justice_steps_case_id_at",
                table: "justice_steps",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_justice_tracks_case_id",
                table: "justice_tracks",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_migration_situations_case_id",
                table: "migration_situations",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_lists_agency_id",
                table: "saved_lists",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_lists_owner_id",
                table: "saved_lists",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_stays_case_id_state",
                table: "stays",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_stays_relative_id",
                table: "stays",
                column: "relative_id");

            migrationBuilder.CreateIndex(
                name: "ix_study_analyses_study_id_number",
                table: "study_analyses",
                columns: new[] { "study_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_study_headlines_analysis_id",
                table: "study_headlines",
                column: "analysis_id");

            migrationBuilder.CreateIndex(
                name: "ix_study_headlines_study_id_number",
                table: "study_headlines",
                columns: new[] { "study_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_study_signatures_study_id_id",
                table: "study_signatures",
                columns: new[] { "study_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approval_levels");

            migrationBuilder.DropTable(
                name: "approval_steps");

            migrationBuilder.DropTable(
                name: "case_batch_items");

            migrationBuilder.DropTable(
                name: "case_due_days");

            migrationBuilder.DropTable(
                name: "case_forms");

            migrationBuilder.DropTable(
                name: "first_lists");

            migrationBuilder.DropTable(
                name: "justice_hearings");

            migrationBuilder.DropTable(
                name: "justice_measures");

            migrationBuilder.DropTable(
                name: "justice_reparations");

            migrationBuilder.DropTable(
                name: "justice_steps");

            migrationBuilder.DropTable(
                name: "justice_tracks");

            migrationBuilder.DropTable(
                name: "migration_situations");

            migrationBuilder.DropTable(
                name: "stays");

            migrationBuilder.DropTable(
                name: "study_headlines");

            migrationBuilder.DropTable(
                name: "study_signatures");

            migrationBuilder.DropTable(
                name: "approval_rules");

            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropTable(
                name: "case_batches");

            migrationBuilder.DropTable(
                name: "saved_lists");

            migrationBuilder.DropTable(
                name: "study_analyses");

            migrationBuilder.DropIndex(
                name: "ix_people_agency_id_registered_on",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_people_status_agency_id",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_interviews_interviewer_id_in_conflict",
                table: "interviews");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_closed_on_owner_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_has_flag_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_id1",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_opened_on_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_quiet_since_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_risk_rank_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_agency_id_state_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_by_worker",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_owner_id_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_settled_by",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_plans_responsible_id_review_on",
                table: "case_plans");

            migrationBuilder.DropIndex(
                name: "ix_case_goals_responsible_id_state_planned_end",
                table: "case_goals");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_at",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "point_box",
                table: "trafficking_events");

            migrationBuilder.DropColumn(
                name: "impact_assessed_on",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "impact_reference",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "load_limit",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "quiet_days_high",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "quiet_days_imminent",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "quiet_days_low",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "quiet_days_medium",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "quiet_days_unassessed",
                table: "programme_profile");

            migrationBuilder.DropColumn(
                name: "age_band",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "consent_until",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "has_flag",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "has_plan",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "has_safety_plan",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_determined",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_interviewed",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_minor",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "quiet_since",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "risk_rank",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "settled_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "sex",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "statutory_missing",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "shelter_kind",
                table: "case_services");

            migrationBuilder.DropColumn(
                name: "stays_freely",
                table: "case_services");

            migrationBuilder.DropColumn(
                name: "written_by_id",
                table: "case_plans");

            migrationBuilder.DropColumn(
                name: "written_by_id",
                table: "case_goals");

            migrationBuilder.CreateIndex(
                name: "ix_interviews_interviewer_id",
                table: "interviews",
                column: "interviewer_id");
        }
    }
}
