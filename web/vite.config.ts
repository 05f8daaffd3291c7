// How the console is built: static files without anything inline, so that the page's policy may forbid it.

import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { iconFiles } from './src/icons.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react(), drawnIcons()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true } } },
});

/** The graph is a canvas: it takes its icons as files, one for each kind and theme, in the colours of tokens.css. */
function drawnIcons(): Plugin {
  return {
    name: 'drawn-icons',
    generateBundle() {
      const tokens = readFileSync(here('src/tokens.css'), 'utf8');
      for (const { fileName, source } of iconFiles(tokens)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
