import type { Schemas } from '../../../api/client';
import type { Range } from '../../teacher/revenue/period';

/** The rules as they are typed; what is empty stays as it was. */
export interface TypedRules {
  policy: string;
  threshold: string;
  referred: string;
  standard: string;
  days: string;
}

export const asItWas: TypedRules = { policy: '', threshold: '', referred: '', standard: '', days: '' };

const numberOf = (text: string) => Number(text.trim().replace(',', '.'));

export const isPercent = (text: string) => text.trim() === '' || (/^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) && numberOf(text) <= 100);

export const isDays = (text: string) => text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 365);

/** The beginning of a day where the reader is, as an instant. */
export const instantOf = (day: string) => new Date(`${day}T00:00:00`).toISOString();

/** What to ask the server: percentages become shares without a rounding error. */
export function bodyOf({ policy, threshold, referred, standard, days }: TypedRules, { from, to }: Range): Schemas['SimulatePolicyBody'] {
  const rate = (text: string) => (text.trim() === '' ? null : Math.round(numberOf(text) * 100) / 10_000);
  return {
    from: instantOf(from),
    to: instantOf(to),
    policy: policy === '' ? null : (policy as Schemas['SimulatePolicyBody']['policy']),
    threshold_percentage: threshold.trim() === '' ? null : numberOf(threshold),
    referred_rate: rate(referred),
    standard_rate: rate(standard),
    hold_period: days.trim() === '' ? null : `P${Number(days)}D`,
  };
}
