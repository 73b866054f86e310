import { describe, expect, it } from 'vitest';
import { linesOf } from './lines-of';

const lines = (gross: number, fee: number, refunded: number, ids: string[]) =>
  linesOf({
    commission: { rule: 'referred', rate: 0.3, rounding: '', gross, fee, net: gross - fee },
    refunded,
    transaction_ids: ids,
    settled_at: '2026-01-01T00:00:00Z',
  }).map(({ id, owner, type, amount }) => [id, owner, type, amount]);

describe('the lines of a receipt', () => {
  it('are two of a release with commission', () =>
    expect(lines(100, 30, 0, ['a', 'b'])).toEqual([['a', 'teacher', 'payment_release', 100], ['b', 'teacher', 'commission', -30]]));
  it('are one of a release without', () => expect(lines(100, 0, 0, ['a'])).toEqual([['a', 'teacher', 'payment_release', 100]]));
  it('are one of a refund', () => expect(lines(0, 0, 100, ['a'])).toEqual([['a', 'student', 'refund', 100]]));
  it('are three of a split', () =>
    expect(lines(40, 12, 60, ['a', 'b', 'c'])).toEqual([
      ['a', 'teacher', 'payment_release', 40],
      ['b', 'teacher', 'commission', -12],
      ['c', 'student', 'refund', 60],
    ]));
});
