using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LookIntoRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "room_starts",
                table: "course_sessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "sightings",
                table: "attendance_records",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "issued_passes",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    lesson = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_passes", x => new { x.session_id, x.user_id, x.lesson });
                });

            migrationBuilder.CreateTable(
                name: "room_looks",
                columns: table => new
                {
                    room_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    looked_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_room_looks", x => x.room_name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "issued_passes");

            migrationBuilder.DropTable(
                name: "room_looks");

            migrationBuilder.DropColumn(
                name: "room_starts",
                table: "course_sessions");

            migrationBuilder.DropColumn(
                name: "sightings",
                table: "attendance_records");
        }
    }
}
