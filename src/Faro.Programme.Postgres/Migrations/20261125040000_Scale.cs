using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Scale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_interviews_interviewer_id",
                table: "interviews");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_case_plans_responsible_id_review_on",
                table: "case_plans");

            migrationBuilder.DropIndex(
                name: "ix_case_goals_responsible_id_state_planned_end",
                table: "case_goals");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_at",
                table: "audit_entries");

            migrationBuilder.CreateIndex(
                name: "ix_interviews_interviewer_id",
                table: "interviews",
                column: "interviewer_id");
        }
    }
}
