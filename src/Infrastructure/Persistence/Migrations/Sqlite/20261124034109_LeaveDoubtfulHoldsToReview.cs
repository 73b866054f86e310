using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeaveDoubtfulHoldsToReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "needs_review",
                table: "settlement_runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "zero_attendance",
                table: "settlement_runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "certain_seconds",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "receipts",
                type: "TEXT",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_reason",
                table: "receipts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dispute_reason",
                table: "receipts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "possible_seconds",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "refunded",
                table: "receipts",
                type: "TEXT",
                precision: 10,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "dispute_reason",
                table: "payment_holds",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "frozen_at",
                table: "payment_holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "refunded_amount",
                table: "payment_holds",
                type: "TEXT",
                precision: 10,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "review_reason",
                table: "payment_holds",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.Sql("UPDATE payment_holds SET refunded_amount = amount WHERE status = 'refunded'");
            migrationBuilder.Sql(
                "UPDATE receipts SET certain_seconds = attended_seconds, possible_seconds = attended_seconds, "
                + "refunded = CASE WHEN outcome = 'refunded' "
                + "THEN COALESCE((SELECT amount FROM payment_holds WHERE payment_holds.id = receipts.hold_id), refunded) ELSE refunded END");

            migrationBuilder.CreateTable(
                name: "listening_spans",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listening_spans", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_listening_spans_until",
                table: "listening_spans",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "listening_spans");

            migrationBuilder.DropColumn(
                name: "needs_review",
                table: "settlement_runs");

            migrationBuilder.DropColumn(
                name: "zero_attendance",
                table: "settlement_runs");

            migrationBuilder.DropColumn(
                name: "certain_seconds",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "decision_reason",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "dispute_reason",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "possible_seconds",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "refunded",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "dispute_reason",
                table: "payment_holds");

            migrationBuilder.DropColumn(
                name: "frozen_at",
                table: "payment_holds");

            migrationBuilder.DropColumn(
                name: "refunded_amount",
                table: "payment_holds");

            migrationBuilder.DropColumn(
                name: "review_reason",
                table: "payment_holds");
        }
    }
}
