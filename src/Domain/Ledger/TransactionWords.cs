namespace TalkConnect.Domain.Ledger;

/// <summary>What a ledger line is for.</summary>
public enum TransactionType
{
    /// <summary>Money came in from outside.</summary>
    Deposit,

    /// <summary>A student paid for a place; the money went into escrow.</summary>
    Purchase,

    /// <summary>Held or reserved money came back.</summary>
    Refund,

    /// <summary>The platform's share of a release.</summary>
    Commission,

    /// <summary>A teacher was paid for a session, gross.</summary>
    PaymentRelease,

    /// <summary>A teacher asked for money to be paid out.</summary>
    Withdrawal,

    /// <summary>An admin gave credit.</summary>
    AdminCredit,

    /// <summary>An admin took credit.</summary>
    AdminDebit,
}

/// <summary>How far a ledger line is; it counts in the balance in every state.</summary>
public enum TransactionStatus
{
    /// <summary>The money outside has not moved yet (withdrawals).</summary>
    Pending,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>The money outside will not move; another line reversed this one.</summary>
    Failed,
}

/// <summary>The account on the other side of a line, so that every line is one transfer and the books balance.</summary>
public enum CounterAccount
{
    /// <summary>Money of purchases that are not settled.</summary>
    Escrow,

    /// <summary>The platform's own money.</summary>
    Platform,

    /// <summary>Money on its way to a bank.</summary>
    Payouts,

    /// <summary>The world.</summary>
    External,
}

/// <summary>The kind of thing that caused a line.</summary>
public enum ReferenceType
{
    /// <summary>A settled hold.</summary>
    PaymentHold,

    /// <summary>A bought place.</summary>
    SessionPurchase,

    /// <summary>A withdrawal, requested or given back.</summary>
    Withdrawal,

    /// <summary>A deposit.</summary>
    Deposit,

    /// <summary>An admin's credit or debit.</summary>
    Adjustment,
}
