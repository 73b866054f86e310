/** Amounts as people type them, with a point or a comma. */
export const amountOf = (text: string) => Number(text.trim().replace(',', '.'));

/** Whether it is an amount between two others; the same limits as the server's, so that most mistakes are seen while typing. */
export const isAmount = (text: string, minimum: number, maximum: number) =>
  /^\d{1,8}([.,]\d{1,2})?$/.test(text.trim()) && amountOf(text) >= minimum && amountOf(text) <= maximum;

const cents = (amount: number) => Math.round(amount * 100);

/** The smallest part that can be given. */
export const leastPart = 0.01;

/** What is left of an amount, to the cent. */
export const restOf = (whole: number, part: number) => (cents(whole) - cents(part)) / 100;
