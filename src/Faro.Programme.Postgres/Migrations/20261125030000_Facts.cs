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
        }
    }
}
