import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import { translate, type Translate } from '../i18n/i18n';
import { vi } from '../i18n/vi';
import { formatAgo, formatSpan } from './format';

const english: Translate = (key, params) => translate(en, 'en', key, params);
const vietnamese: Translate = (key, params) => translate(vi, 'vi', key, params);

describe('a length of time', () => {
  it.each([
    [0, '0 s', '0 giây'],
    [43, '43 s', '43 giây'],
    [60, '1 min', '1 phút'],
    [492, '8 min 12 s', '8 phút 12 giây'],
    [3_600, '1 h', '1 giờ'],
    [3_605, '1 h 5 s', '1 giờ 5 giây'],
    [5_400, '1 h 30 min', '1 giờ 30 phút'],
    [7_325, '2 h 2 min 5 s', '2 giờ 2 phút 5 giây'],
    [-180, '3 min', '3 phút'],
  ])('of %i seconds is %s, and %s', (seconds, inEnglish, inVietnamese) => {
    expect(formatSpan(seconds, english)).toBe(inEnglish);
    expect(formatSpan(seconds, vietnamese)).toBe(inVietnamese);
  });
});

describe('an age', () => {
  const at = Date.parse('2026-01-10T12:00:00Z');
  it.each([
    ['2026-01-10T12:00:30Z', '0 minutes ago'],
    ['2026-01-10T11:01:00Z', '59 minutes ago'],
    ['2026-01-10T11:00:00Z', '1 hour ago'],
    ['2026-01-08T13:00:00Z', '47 hours ago'],
    ['2026-01-08T12:00:00Z', '2 days ago'],
  ])('of what began at %s is %s', (iso, said) => expect(formatAgo(iso, 'en', at)).toBe(said));
});
