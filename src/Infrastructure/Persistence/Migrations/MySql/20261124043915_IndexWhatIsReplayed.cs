using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalkConnect.Infrastructure.Persistence.Migrations.MySql
{
    /// <inheritdoc />
    public partial class IndexWhatIsReplayed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_webhook_events_session_id",
                table: "webhook_events",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_settled_at",
                table: "receipts",
                column: "settled_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_webhook_events_session_id",
                table: "webhook_events");

            migrationBuilder.DropIndex(
                name: "IX_receipts_settled_at",
                table: "receipts");
        }
    }
}
