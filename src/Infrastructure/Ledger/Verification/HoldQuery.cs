namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Every hold, with its purchase, session, receipt and the lines of its settlement, joined by keys and unique indexes.</summary>
internal static class HoldQuery
{
    public const string Sql = """
        SELECT h.id, h.amount, h.status, h.student_id, h.teacher_id, h.session_purchase_id, h.session_id, h.due_at, h.released_at,
               h.release_percentage, h.revenue_at, h.fee, h.refunded_amount,
               p.id AS purchase, p.status AS purchase_status, p.price_paid AS purchase_price_paid, p.refund_amount AS purchase_refund_amount,
               p.session_id AS purchase_session, p.user_id AS purchase_user, p.payment_hold_id AS purchase_hold,
               s.id AS session, s.status AS session_status, s.teacher_id AS session_teacher, s.course_id AS session_course_id,
               s.duration_minutes AS session_duration_minutes, s.scheduled_end AS session_scheduled_end, s.completed_at AS session_completed_at,
               r.hold_id AS receipt, r.outcome AS receipt_outcome, r.reason AS receipt_reason, r.policy_name AS receipt_policy_name,
               r.policy_version AS receipt_policy_version, r.threshold_percentage AS receipt_threshold_percentage,
               r.duration_seconds AS receipt_duration_seconds, r.attended_seconds AS receipt_attended_seconds,
               r.required_seconds AS receipt_required_seconds, r.attendance_percentage AS receipt_attendance_percentage,
               r.teacher_attended_seconds AS receipt_teacher_attended_seconds, r.commission_rate AS receipt_commission_rate,
               r.refunded AS receipt_refunded, r.gross AS receipt_gross, r.fee AS receipt_fee, r.net AS receipt_net, r.transaction_ids AS receipt_transaction_ids,
               r.intervals AS receipt_intervals, r.teacher_intervals AS receipt_teacher_intervals, r.certain_seconds AS receipt_certain_seconds, r.possible_seconds AS receipt_possible_seconds,
               r.decided_by AS receipt_decided_by, r.settled_at AS receipt_settled_at,
               releasing.id AS release_line, releasing.metadata AS release_line_metadata,
               charging.id AS commission_line, charging.metadata AS commission_line_metadata, charging.amount AS commission_line_amount,
               refunding.id AS refund_line, refunding.metadata AS refund_line_metadata
        FROM payment_holds h
        LEFT JOIN session_purchases p ON p.id = h.session_purchase_id
        LEFT JOIN course_sessions s ON s.id = h.session_id
        LEFT JOIN receipts r ON r.hold_id = h.id
        LEFT JOIN transactions releasing ON releasing.user_id = h.teacher_id AND releasing.type = 'payment_release'
            AND releasing.reference_type = 'payment_hold' AND releasing.reference_id = h.id
        LEFT JOIN transactions charging ON charging.user_id = h.teacher_id AND charging.type = 'commission'
            AND charging.reference_type = 'payment_hold' AND charging.reference_id = h.id
        LEFT JOIN transactions refunding ON refunding.user_id = h.student_id AND refunding.type = 'refund'
            AND refunding.reference_type = 'payment_hold' AND refunding.reference_id = h.id
        ORDER BY h.id
        """;
}
