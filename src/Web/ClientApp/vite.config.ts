import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: { outDir: '../wwwroot', emptyOutDir: true, assetsInlineLimit: 0, manifest: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:5080' } },
  test: { include: ['**/*.test.ts'], exclude: ['node_modules'] },
});
