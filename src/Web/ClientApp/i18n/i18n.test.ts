import { describe, expect, it } from 'vitest';
import { en } from './en';
import { vi } from './vi';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the catalogues', () => {
  it.each(Object.keys(en) as (keyof typeof en)[])('say %s in both languages, with the same figures in it', (key) => {
    expect(vi[key].length).toBeGreaterThan(0);
    expect(names(vi[key])).toEqual(names(en[key]));
  });
});
