using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddRevenueToHolds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "fee",
                table: "payment_holds",
                type: "TEXT",
                precision: 10,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateTime>(
                name: "revenue_at",
                table: "payment_holds",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.Sql("UPDATE payment_holds SET revenue_at = COALESCE(released_at, due_at)");
            migrationBuilder.Sql(
                "UPDATE payment_holds SET fee = (SELECT receipts.fee FROM receipts WHERE receipts.hold_id = payment_holds.id) "
                + "WHERE status = 'released' AND EXISTS (SELECT 1 FROM receipts WHERE receipts.hold_id = payment_holds.id)");

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_teacher_id_revenue_at_id",
                table: "payment_holds",
                columns: new[] { "teacher_id", "revenue_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payment_holds_teacher_id_revenue_at_id",
                table: "payment_holds");

            migrationBuilder.DropColumn(
                name: "fee",
                table: "payment_holds");

            migrationBuilder.DropColumn(
                name: "revenue_at",
                table: "payment_holds");
        }
    }
}
