import { defineConfig } from 'vite';

// Two entries: what every page has, and the styles. Charts are a chunk that only pages with charts fetch.
export default defineConfig({
  base: '/assets/',
  build: {
    outDir: 'dist',
    assetsDir: '',
    manifest: 'manifest.json',
    rollupOptions: {
      input: { main: 'src/main.ts', app: 'src/app.css', favicon: 'src/favicon.svg' },
    },
    assetsInlineLimit: 0,
    target: 'es2022',
  },
});
