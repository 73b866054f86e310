using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.MySql
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
                type: "longtext",
                nullable: false,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "sightings",
                table: "attendance_records",
                type: "longtext",
                nullable: false,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.Sql("UPDATE course_sessions SET room_starts = '[]' WHERE room_starts = ''");
            migrationBuilder.Sql("UPDATE attendance_records SET sightings = '[]' WHERE sightings = ''");

            migrationBuilder.CreateTable(
                name: "issued_passes",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    user_id = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    lesson = table.Column<int>(type: "int", nullable: false),
                    issued_at = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_passes", x => new { x.session_id, x.user_id, x.lesson });
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "room_looks",
                columns: table => new
                {
                    room_name = table.Column<string>(type: "varchar(256)", maxLength: 256, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    looked_at = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_room_looks", x => x.room_name);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");
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
