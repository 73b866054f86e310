import type { Schemas } from '../../../../api/client';

/** An account that money went to before. Its number is masked: the request names the withdrawal, and the server knows the rest. */
export interface SavedAccount {
  id: string;
  bank_name: string;
  account_number: string;
  account_name: string;
}

/** Each account once, by its latest withdrawal. */
export function accountsOf(withdrawals: Pick<Schemas['WithdrawalView'], 'id' | 'bank_account_info'>[]): SavedAccount[] {
  const accounts = new Map<string, SavedAccount>();
  for (const { id, bank_account_info: account } of withdrawals) {
    const name = JSON.stringify(account);
    if (!accounts.has(name)) accounts.set(name, { id, bank_name: account.bank_name, account_number: account.account_number, account_name: account.account_name });
  }
  return [...accounts.values()];
}
