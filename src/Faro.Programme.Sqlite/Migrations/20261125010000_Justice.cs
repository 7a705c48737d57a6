using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Justice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_stays_case_id_state",
                table: "stays",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_stays_relative_id",
                table: "stays",
                column: "relative_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approval_levels");

            migrationBuilder.DropTable(
                name: "approval_steps");

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
                name: "approval_rules");

            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropColumn(
                name: "written_by_id",
                table: "case_plans");

            migrationBuilder.DropColumn(
                name: "written_by_id",
                table: "case_goals");
        }
    }
}
