using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddWithdrawalsAndAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    actor_role = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    action = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "withdrawal_lines",
                columns: table => new
                {
                    withdrawal_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    transaction_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    lot_amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    remainder = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_withdrawal_lines", x => new { x.withdrawal_id, x.position });
                });

            migrationBuilder.CreateTable(
                name: "withdrawals",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    teacher_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    bank_account_info = table.Column<string>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    admin_notes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    bank_reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    processed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_withdrawals", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_actor_id_at_id",
                table: "audit_entries",
                columns: new[] { "actor_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_at_id",
                table: "audit_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_subject_id_at_id",
                table: "audit_entries",
                columns: new[] { "subject_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_withdrawals_requested_at_id",
                table: "withdrawals",
                columns: new[] { "requested_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_withdrawals_status_requested_at_id",
                table: "withdrawals",
                columns: new[] { "status", "requested_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_withdrawals_teacher_id_requested_at_id",
                table: "withdrawals",
                columns: new[] { "teacher_id", "requested_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_withdrawals_teacher_id_status_completed_at",
                table: "withdrawals",
                columns: new[] { "teacher_id", "status", "completed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "withdrawal_lines");

            migrationBuilder.DropTable(
                name: "withdrawals");
        }
    }
}
