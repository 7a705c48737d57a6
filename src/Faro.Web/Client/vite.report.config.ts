import { defineConfig } from 'vite';

// One file with everything, for reports that stand alone.
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'src/report.ts', formats: ['iife'], name: 'FaroReport', fileName: () => 'report.js' },
    target: 'es2022',
  },
});
