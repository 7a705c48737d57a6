using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Postgres.Migrations
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "written_by_id",
                table: "case_goals",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approval_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    asks_again = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    compartment = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_version = table.Column<int>(type: "integer", nullable: false),
                    choice = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    snapshot_box = table.Column<byte[]>(type: "bytea", nullable: true),
                    words_box = table.Column<byte[]>(type: "bytea", nullable: true),
                    asks_again = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    level_role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    level_user_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    barred_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                name: "approval_levels",
                columns: table => new
                {
                    rule_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    user_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false)
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
                    approval_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    user_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    granted = table.Column<bool>(type: "boolean", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words_box = table.Column<byte[]>(type: "bytea", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approval_levels");

            migrationBuilder.DropTable(
                name: "approval_steps");

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
