// Prints what a first visit of the revenue page loads, compressed, and fails above the budget. Charts come later.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const out = new URL('../../wwwroot/', import.meta.url);
const budget = 200 * 1024;
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', out)));

const seen = new Set();
const visit = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  manifest[key].imports?.forEach(visit);
};
visit('index.html');
visit('app/teacher/revenue/page.tsx');

const weight = [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  .reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, out))).length, 0);
console.log(`First load of the revenue page: ${(weight / 1024).toFixed(1)} KiB of compressed script (at most ${budget / 1024}).`);
process.exit(weight > budget ? 1 : 0);
