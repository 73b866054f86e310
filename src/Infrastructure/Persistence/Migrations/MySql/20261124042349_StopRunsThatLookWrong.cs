using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.MySql
{
    /// <inheritdoc />
    public partial class StopRunsThatLookWrong : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "paused_by",
                table: "settlement_runs",
                type: "varchar(36)",
                maxLength: 36,
                nullable: true,
                collation: "ascii_bin")
                .Annotation("MySql:CharSet", "ascii");

            migrationBuilder.AddColumn<DateTime>(
                name: "last_event_at",
                table: "listening_spans",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "foreseen_decisions",
                columns: table => new
                {
                    pause_id = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    hold_id = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    outcome = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    attendance_percentage = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: false),
                    amount = table.Column<decimal>(type: "decimal(10,2)", precision: 10, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foreseen_decisions", x => new { x.pause_id, x.hold_id });
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateTable(
                name: "settlement_pauses",
                columns: table => new
                {
                    id = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    status = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    reasons = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    holds = table.Column<int>(type: "int", nullable: false),
                    refunds = table.Column<int>(type: "int", nullable: false),
                    zero_attendance = table.Column<int>(type: "int", nullable: false),
                    week_holds = table.Column<int>(type: "int", nullable: false),
                    week_refunds = table.Column<int>(type: "int", nullable: false),
                    week_zero_attendance = table.Column<int>(type: "int", nullable: false),
                    paused_at = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    decided_at = table.Column<DateTime>(type: "datetime(6)", nullable: true),
                    decided_by = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: true, collation: "ascii_bin")
                        .Annotation("MySql:CharSet", "ascii"),
                    decision_reason = table.Column<string>(type: "varchar(500)", maxLength: 500, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    waiting = table.Column<string>(type: "varchar(10)", maxLength: 10, nullable: true, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlement_pauses", x => x.id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

            migrationBuilder.CreateIndex(
                name: "IX_settlement_pauses_waiting",
                table: "settlement_pauses",
                column: "waiting",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "foreseen_decisions");

            migrationBuilder.DropTable(
                name: "settlement_pauses");

            migrationBuilder.DropColumn(
                name: "paused_by",
                table: "settlement_runs");

            migrationBuilder.DropColumn(
                name: "last_event_at",
                table: "listening_spans");
        }
    }
}
