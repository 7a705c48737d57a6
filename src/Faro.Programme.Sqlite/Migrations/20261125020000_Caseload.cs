using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Caseload : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_saved_lists_agency_id",
                table: "saved_lists",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_lists_owner_id",
                table: "saved_lists",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_batch_items");

            migrationBuilder.DropTable(
                name: "case_due_days");

            migrationBuilder.DropTable(
                name: "case_forms");

            migrationBuilder.DropTable(
                name: "first_lists");

            migrationBuilder.DropTable(
                name: "case_batches");

            migrationBuilder.DropTable(
                name: "saved_lists");

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
        }
    }
}
