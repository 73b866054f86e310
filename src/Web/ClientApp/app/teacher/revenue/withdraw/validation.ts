import type { MessageKey } from '../../../../i18n/i18n';

/** The same limits as the server's, so that most mistakes are seen while typing. The server decides. */
export const nameProblem = (text: string): MessageKey | null => (text.trim().length >= 1 && text.length <= 100 ? null : 'withdraw.errName');

export const numberProblem = (text: string): MessageKey | null => {
  const characters = text.replace(/[ -]/g, '');
  return /^[A-Za-z0-9]([A-Za-z0-9 -]*[A-Za-z0-9])?$/.test(text) && characters.length >= 6 && characters.length <= 34 && text.length <= 42
    ? null
    : 'withdraw.errNumber';
};

export const swiftProblem = (text: string): MessageKey | null =>
  text === '' || /^[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?$/.test(text) ? null : 'withdraw.errSwift';

export const masked = (number: string) => `••••${number.replace(/[ -]/g, '').slice(-4)}`;
