using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Faro.Programme.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Facts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "point_box",
                table: "trafficking_events",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "impact_assessed_on",
                table: "programme_profile",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "impact_reference",
                table: "programme_profile",
                type: "character varying(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "shelter_kind",
                table: "case_services",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "stays_freely",
                table: "case_services",
                type: "boolean",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "shelter_kind",
                table: "case_services");

            migrationBuilder.DropColumn(
                name: "stays_freely",
                table: "case_services");
        }
    }
}
