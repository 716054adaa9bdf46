import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Who may import whom: `target` must not import `from` (ARCHITECTURE.md, "Direction"). */
const forbid = (target, from, message, except = []) => ({ target, from, message, except });
const sharedRoom = (room, allowed) =>
  forbid(
    `./shared/${room}`,
    rooms.filter((other) => other !== room && !allowed.includes(other)).map((r) => `./shared/${r}`),
    `shared/${room} may import only: ${allowed.join(', ') || 'nothing'}.`,
  );
const rooms = [
  'problems',
  'shape',
  'layers',
  'graph',
  'data',
  'training',
  'document',
  'codegen',
  'protocol',
];
const features = [
  'canvas',
  'palette',
  'inspector',
  'data',
  'training',
  'results',
  'codeView',
  'exporting',
  'welcome',
];
const rendererFoundation = ['parts', 'store', 'host', 'ui', 'locales'];

const zones = [
  sharedRoom('problems', []),
  sharedRoom('shape', ['problems']),
  sharedRoom('layers', ['problems', 'shape']),
  sharedRoom('graph', ['problems', 'shape', 'layers']),
  sharedRoom('data', ['problems', 'shape', 'layers']),
  sharedRoom('training', ['problems', 'shape', 'layers']),
  sharedRoom('document', ['problems', 'shape', 'layers', 'graph', 'data', 'training']),
  sharedRoom('codegen', ['problems', 'shape', 'layers', 'graph', 'data', 'training', 'document']),
  sharedRoom('protocol', [
    'problems',
    'shape',
    'layers',
    'graph',
    'data',
    'training',
    'document',
    'codegen',
  ]),
  forbid('./shared', ['./main', './renderer', './tests'], 'shared knows neither main nor page.'),
  forbid('./main', ['./renderer', './tests'], 'main and renderer meet in shared/protocol.'),
  forbid('./renderer', ['./main', './tests'], 'main and renderer meet in shared/protocol.'),
  forbid('./main/engine', ['./main/hosts', './main/core'], 'The engine answers messages only.'),
  forbid(
    ['./main/core', './main/hosts', './main/workspace'],
    './main/engine',
    'Talk to the engine by messages: main/engine/messages.ts.',
    ['./messages.ts'],
  ),
  ...features.map((feature) =>
    forbid(
      `./renderer/${feature}`,
      features.filter((other) => other !== feature).map((f) => `./renderer/${f}`),
      'Features meet in store/ and parts/.',
    ),
  ),
  forbid(
    rendererFoundation.map((r) => `./renderer/${r}`),
    [...features.map((f) => `./renderer/${f}`), './renderer/app'],
    'Foundations know no feature.',
  ),
  forbid(
    './renderer/ui',
    ['./shared', './renderer/parts', './renderer/store', './renderer/host'],
    'ui/ imports nothing of ours.',
  ),
];

export default tseslint.config(
  {
    ignores: [
      '.cache',
      'build',
      'dist',
      'node_modules',
      'tests/fixtures',
      '**/*.d.ts',
      '**/*.d.mts',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX, jsdoc, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: zones.filter(({ from }) => from.length > 0) },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'no-warning-comments': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `const { fixes: _, ...problem } = found` leaves a part out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'],
        },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'electron', '@tensorflow/*', 'react', 'react-*'] },
      ],
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: ['typescript'], patterns: ['node:*', 'electron', '@tensorflow/*'] },
      ],
    },
  },
  {
    files: ['main/engine/**/*.ts', 'main/core/**/*.ts', 'main/workspace/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['electron'] }] },
  },
  {
    files: ['main/engine/layers/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!@tensorflow/tfjs$)', message: 'Only @tensorflow/tfjs.' }] },
      ],
    },
  },
  {
    files: ['vite.config.ts', '*.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-warning-comments': 'error' },
  },
);
