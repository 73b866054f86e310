import { expect, test } from 'vitest';
import { accountsOf } from './accounts';

const withdrawal = (id: string, account_number: string, branch: string | null = null) => ({
  id,
  bank_account_info: { bank_name: 'B', account_number, account_name: 'A', branch, swift_code: null },
});

test('each account is offered once, by its latest withdrawal', () => {
  const accounts = accountsOf([withdrawal('5', '••••1111'), withdrawal('4', '••••2222'), withdrawal('3', '••••1111'), withdrawal('2', '••••1111', 'Branch')]);

  expect(accounts.map(({ id }) => id)).toEqual(['5', '4', '2']);
});

test('nobody has an account before the first withdrawal', () => expect(accountsOf([])).toEqual([]));
