import { describe, expect, it } from 'vitest';
import { en } from './en';
import { vi } from './vi';

// What the server can say is read from the server's own sources, so that a new word cannot be forgotten here.
const sources = Object.values(
  import.meta.glob<string>(['../../../{Domain,Application,Infrastructure,Web}/**/*.cs'], { query: '?raw', import: 'default', eager: true }),
);
const [description] = Object.values(import.meta.glob<string>('../../../../docs/openapi.json', { query: '?raw', import: 'default', eager: true }));
const document = JSON.parse(description!) as {
  paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
  components: { schemas: Record<string, { enum?: string[] }> };
};

const thrown = /\b(?:Invalid|NotFound|Forbidden|Conflict|KeyReused)\(\s*"([a-z_]+)"/g;
const written = /\bWriteAsync\(\s*\w+,\s*[^,"]+,\s*"([a-z_]+)"/g;
const codes = [...new Set(sources.flatMap((text) => [...text.matchAll(thrown), ...text.matchAll(written)].map((match) => match[1]!)))].sort();

const described = Object.values(document.paths)
  .flatMap((operations) => Object.values(operations))
  .flatMap(({ responses }) => Object.entries(responses))
  .filter(([status]) => !status.startsWith('2'))
  .flatMap(([, answer]) => answer.description.split(':')[0]!.split(', '));

describe('the codes of problems', () => {
  it('are found where the server makes them', () => expect(codes).toEqual(expect.arrayContaining([...new Set(described)])));

  it.each(codes)('have words for %s', (code) => {
    expect(en).toHaveProperty([`error.${code}`]);
    expect(vi).toHaveProperty([`error.${code}`]);
  });

  it('are all still in use', () => {
    const own = ['title', 'retry', 'code', 'page', 'unreachable', 'sign_in_failed', 'no_role'];
    const worded = Object.keys(en).filter((key) => key.startsWith('error.')).map((key) => key.slice('error.'.length));
    expect(worded.filter((code) => !own.includes(code) && !codes.includes(code))).toEqual([]);
  });
});

describe('the words of the API', () => {
  const words: [string, string][] = [
    ['status', 'PaymentHoldStatus'],
    ['status', 'WithdrawalStatus'],
    ['status', 'PurchaseStatus'],
    ['type', 'TransactionType'],
    ['status', 'SettlementPauseStatus'],
    ['reason', 'SettlementReason'],
    ['review', 'ReviewReason'],
    ['pause', 'BreakerReason'],
    ['loss', 'LossSign'],
    ['end', 'IntervalEnd'],
    ['act', 'AuditAction'],
    ['on', 'AuditSubject'],
    ['role', 'UserRole'],
  ];
  const values = words.flatMap(([prefix, schema]) => document.components.schemas[schema]!.enum!.map((value) => `${prefix}.${value}`));
  it.each(values)('are said in both languages: %s', (key) => {
    expect(en).toHaveProperty([key]);
    expect(vi).toHaveProperty([key]);
  });
});
