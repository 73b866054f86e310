import { describe, expect, it } from 'vitest';
import { amountOf, isAmount } from '../../../../format/amounts';
import { masked, nameProblem, numberProblem, swiftProblem } from './validation';

describe('a withdrawal', () => {
  it.each(['10', '10.00', '99,5', '100'])('takes the amount %s', (text) => expect(isAmount(text, 10, 100)).toBe(true));
  it.each(['9.99', '100.01', '10.001', '1e2', '-20', '', 'ten', '1,000.00'])('refuses the amount %s', (text) => expect(isAmount(text, 10, 100)).toBe(false));
  it('reads a comma as a point', () => expect(amountOf(' 12,50 ')).toBe(12.5));
  it.each(['12345678', 'DE89 3704 0044 0532 0130 00', '12-34-56'])('takes the account %s', (text) => expect(numberProblem(text)).toBeNull());
  it.each(['12345', ' 123456', '123456-', '123456!', ''])('refuses the account %s', (text) => expect(numberProblem(text)).toBe('withdraw.errNumber'));
  it.each(['', 'DEUTDEFF', 'deutdeff500'])('takes the code %s', (text) => expect(swiftProblem(text)).toBeNull());
  it.each(['DEUTDEF', '1EUTDEFF', 'DEUTDEFF5'])('refuses the code %s', (text) => expect(swiftProblem(text)).toBe('withdraw.errSwift'));
  it('needs a name', () => expect([nameProblem(' '), nameProblem('A')]).toEqual(['withdraw.errName', null]));
  it('shows the end of a number', () => expect(masked('DE89 3704 0044 0532 0130 00')).toBe('••••3000'));
});
