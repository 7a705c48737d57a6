// Builds the client part: `node build.mjs install`, then `node build.mjs build`. Client.targets calls it.
// Two builds may run at once on one copy of the sources, so each step holds a lock and looks again once it has it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);
const lock = 'dist/.lock';
const fresh = 'dist/.new';
const patience = 180_000; // ms; no build takes as long, so an older lock belongs to one that died

function fail(message) {
  // The form that MSBuild reads as an error of its own.
  console.error(`Client/build.mjs : error FARO0001: ${message}`);
  process.exit(1);
}

function time(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function locked(work) {
  mkdirSync('dist', { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - time(lock) > patience) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  await work();
}

function run(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.error?.code === 'ENOENT') fail(`${command} is not on the PATH; Faro's pages need Node 20.19 or later with npm.`);
  if (result.status !== 0) fail(`${command} ${args.join(' ')} failed:\n${result.stdout}\n${result.stderr ?? ''}`);
}

function install() {
  const installed = 'node_modules/.package-lock.json';
  if (time(installed) > time('package-lock.json')) return;
  run('npm', ['ci', '--loglevel=error']);
  const now = new Date();
  utimesSync(installed, now, now);
}

function newestSource() {
  const sources = readdirSync('src', { recursive: true }).map((name) => join('src', name));
  return Math.max(...[...sources, 'build.mjs', 'tsconfig.json', 'package-lock.json'].map(time));
}

/** ODK's engine holds a WebAssembly loader with an eval that is never run: the pages' policy forbids it. */
function onwarn(warning, warn) {
  if (warning.code !== 'EVAL') warn(warning);
}

/** Icons are files of their own, with hashed names like the rest. */
const icons = {
  name: 'icons',
  buildStart() {
    for (const name of ['favicon.svg', 'neutral.svg']) {
      this.emitFile({ type: 'asset', name, originalFileName: `src/${name}`, source: readFileSync(`src/${name}`) });
    }
  },
};

async function build() {
  if (time('dist/manifest.json') > newestSource()) return;
  run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']);
  const { build: bundle } = await import('vite');
  const common = { configFile: false, root, logLevel: 'warn', publicDir: false };
  const output = { outDir: fresh, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 1100 };
  // Every page has the styles and main.js; charts are a chunk that only pages with charts fetch.
  await bundle({
    ...common,
    base: '/assets/',
    plugins: [icons],
    build: {
      ...output,
      assetsDir: '',
      assetsInlineLimit: 0,
      manifest: 'manifest.json',
      modulePreload: false,
      rolldownOptions: { input: { main: 'src/main.ts', app: 'src/app.css', sw: 'src/sw.ts' }, onwarn },
    },
  });
  // One file with everything, for reports that stand alone.
  await bundle({
    ...common,
    define: { 'process.env.NODE_ENV': '"production"' }, // Vite leaves it open in a library, and a browser has no process
    build: {
      ...output,
      emptyOutDir: false,
      lib: { entry: 'src/report.ts', formats: ['iife'], name: 'FaroReport', fileName: () => 'report.js' },
    },
  });
  deliver();
}

/** Compresses each file once, and puts it in place; the manifest comes last, since it says that all is there. */
function deliver() {
  const files = readdirSync(fresh).filter((name) => name !== 'manifest.json');
  for (const name of files) {
    const bytes = readFileSync(join(fresh, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(fresh, `${name}.br`), brotliCompressSync(bytes, { params }));
    renameSync(join(fresh, `${name}.br`), join('dist', `${name}.br`));
  }
  renameSync(join(fresh, 'manifest.json'), 'dist/manifest.json');
  const wanted = new Set([...files.map((name) => `${name}.br`), 'manifest.json']);
  for (const name of readdirSync('dist')) if (!name.startsWith('.') && !wanted.has(name)) rmSync(join('dist', name));
  rmSync(fresh, { recursive: true });
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old; Faro's pages need 20.19 or later.`);
const steps = { install, build };
const step = steps[process.argv[2]];
if (!step) fail('say install or build');
await locked(step);
