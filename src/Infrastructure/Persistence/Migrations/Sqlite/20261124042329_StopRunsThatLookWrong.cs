using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "last_event_at",
                table: "listening_spans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "foreseen_decisions",
                columns: table => new
                {
                    pause_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    hold_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    attendance_percentage = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foreseen_decisions", x => new { x.pause_id, x.hold_id });
                });

            migrationBuilder.CreateTable(
                name: "settlement_pauses",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    holds = table.Column<int>(type: "INTEGER", nullable: false),
                    refunds = table.Column<int>(type: "INTEGER", nullable: false),
                    zero_attendance = table.Column<int>(type: "INTEGER", nullable: false),
                    week_holds = table.Column<int>(type: "INTEGER", nullable: false),
                    week_refunds = table.Column<int>(type: "INTEGER", nullable: false),
                    week_zero_attendance = table.Column<int>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    waiting = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlement_pauses", x => x.id);
                });

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
