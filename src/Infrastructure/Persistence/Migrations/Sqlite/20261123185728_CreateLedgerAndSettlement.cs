using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreateLedgerAndSettlement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attendance_records",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    connections = table.Column<string>(type: "TEXT", nullable: false),
                    intervals = table.Column<string>(type: "TEXT", nullable: false),
                    joined_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attended_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    attendance_percentage = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendance_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "course_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    course_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    teacher_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    session_number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    scheduled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    scheduled_end = table.Column<DateTime>(type: "TEXT", nullable: false),
                    price = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    completed_by_clock = table.Column<bool>(type: "INTEGER", nullable: false),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    places_sold = table.Column<int>(type: "INTEGER", nullable: false),
                    room_endings = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_course_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    teacher_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deposits",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    external_reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    transaction_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deposits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.user_id, x.route, x.key });
                });

            migrationBuilder.CreateTable(
                name: "payment_holds",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    session_purchase_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    student_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    teacher_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    release_percentage = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    hold_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    policy_name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    threshold_percentage = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: false),
                    duration_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    attended_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    required_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    attendance_percentage = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    intervals = table.Column<string>(type: "TEXT", nullable: false),
                    teacher_attended_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    teacher_intervals = table.Column<string>(type: "TEXT", nullable: false),
                    transaction_ids = table.Column<string>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fee = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    gross = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    net = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    commission_rate = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: false),
                    commission_rule = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.hold_id);
                });

            migrationBuilder.CreateTable(
                name: "session_purchases",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    price_paid = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    attended = table.Column<bool>(type: "INTEGER", nullable: false),
                    attendance_duration_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    refund_amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: true),
                    payment_hold_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    purchased_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_purchases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_runs",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    manual = table.Column<bool>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    completed_sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    released = table.Column<int>(type: "INTEGER", nullable: false),
                    refunded = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    released_amount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: false),
                    refunded_amount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: false),
                    commission_amount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlement_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "transactions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 10, scale: 2, nullable: false),
                    balance_before = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: false),
                    balance_after = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    counter_account = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    reference_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    reference_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    metadata = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transactions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    referred_by = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    credit_balance = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: false),
                    last_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_events",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 64, nullable: false),
                    room_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    room_sid = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    identity = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    participant_sid = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    is_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    joined_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_events", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_attendance_records_session_id_user_id",
                table: "attendance_records",
                columns: new[] { "session_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attendance_records_user_id_created_at",
                table: "attendance_records",
                columns: new[] { "user_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_course_sessions_course_id_session_number",
                table: "course_sessions",
                columns: new[] { "course_id", "session_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_course_sessions_created_at_id",
                table: "course_sessions",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_course_sessions_status_scheduled_end",
                table: "course_sessions",
                columns: new[] { "status", "scheduled_end" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_teacher_id",
                table: "courses",
                column: "teacher_id");

            migrationBuilder.CreateIndex(
                name: "IX_deposits_external_reference",
                table: "deposits",
                column: "external_reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_held_at_id",
                table: "payment_holds",
                columns: new[] { "held_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_session_id_student_id",
                table: "payment_holds",
                columns: new[] { "session_id", "student_id" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_session_purchase_id",
                table: "payment_holds",
                column: "session_purchase_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_status_due_at_id",
                table: "payment_holds",
                columns: new[] { "status", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_student_id_status",
                table: "payment_holds",
                columns: new[] { "student_id", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_holds_teacher_id_status",
                table: "payment_holds",
                columns: new[] { "teacher_id", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_session_purchases_session_id_user_id",
                table: "session_purchases",
                columns: new[] { "session_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_purchases_user_id_purchased_at",
                table: "session_purchases",
                columns: new[] { "user_id", "purchased_at" });

            migrationBuilder.CreateIndex(
                name: "IX_transactions_user_id_sequence",
                table: "transactions",
                columns: new[] { "user_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_transactions_user_id_type_reference_type_reference_id",
                table: "transactions",
                columns: new[] { "user_id", "type", "reference_type", "reference_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_users_created_at_id",
                table: "users",
                columns: new[] { "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendance_records");

            migrationBuilder.DropTable(
                name: "course_sessions");

            migrationBuilder.DropTable(
                name: "courses");

            migrationBuilder.DropTable(
                name: "deposits");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "payment_holds");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "session_purchases");

            migrationBuilder.DropTable(
                name: "settlement_runs");

            migrationBuilder.DropTable(
                name: "transactions");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "webhook_events");
        }
    }
}
