using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.MySql
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
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "zero_attendance",
                table: "settlement_runs",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "certain_seconds",
                table: "receipts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "receipts",
                type: "varchar(36)",
                maxLength: 36,
                nullable: true,
                collation: "ascii_bin")
                .Annotation("MySql:CharSet", "ascii");

            migrationBuilder.AddColumn<string>(
                name: "decision_reason",
                table: "receipts",
                type: "varchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<string>(
                name: "dispute_reason",
                table: "receipts",
                type: "varchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<int>(
                name: "possible_seconds",
                table: "receipts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "refunded",
                table: "receipts",
                type: "decimal(10,2)",
                precision: 10,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "dispute_reason",
                table: "payment_holds",
                type: "varchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "utf8mb4_bin")
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.AddColumn<DateTime>(
                name: "frozen_at",
                table: "payment_holds",
                type: "datetime(6)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "refunded_amount",
                table: "payment_holds",
                type: "decimal(10,2)",
                precision: 10,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "review_reason",
                table: "payment_holds",
                type: "varchar(50)",
                maxLength: 50,
                nullable: true,
                collation: "ascii_bin")
                .Annotation("MySql:CharSet", "ascii");

            migrationBuilder.Sql("UPDATE payment_holds SET refunded_amount = amount WHERE status = 'refunded'");
            migrationBuilder.Sql(
                "UPDATE receipts SET certain_seconds = attended_seconds, possible_seconds = attended_seconds, "
                + "refunded = CASE WHEN outcome = 'refunded' "
                + "THEN COALESCE((SELECT amount FROM payment_holds WHERE payment_holds.id = receipts.hold_id), refunded) ELSE refunded END");

            migrationBuilder.CreateTable(
                name: "listening_spans",
                columns: table => new
                {
                    id = table.Column<string>(type: "varchar(36)", maxLength: 36, nullable: false, collation: "utf8mb4_bin")
                        .Annotation("MySql:CharSet", "utf8mb4"),
                    since = table.Column<DateTime>(type: "datetime(6)", nullable: false),
                    until = table.Column<DateTime>(type: "datetime(6)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listening_spans", x => x.id);
                })
                .Annotation("MySql:CharSet", "utf8mb4")
                .Annotation("Relational:Collation", "utf8mb4_bin");

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
