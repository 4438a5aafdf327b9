import eslintVue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** Names that say nothing (architecture.md, "Words"). */
const emptyNames = ['utils', 'helpers', 'manager', 'common'];

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'release/', 'screenshots/', '.cache/', '**/*.d.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.vue'] })),
  ...eslintVue.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: [
          './tsconfig.pure.json',
          './tsconfig.main.json',
          './tsconfig.preload.json',
          './tsconfig.renderer.json',
          './tsconfig.test.json',
        ],
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: emptyNames.map((name) => ({
            group: [`**/${name}`, `**/${name}/**`],
            message: 'Name it by what is inside.',
          })),
        },
      ],
      'no-console': 'error',
    },
  },
  {
    // The engine and the boards are handed everything: time, bytes, logs.
    files: ['src-main/engine/**/*.ts', 'src-main/virtual/**/*.ts', 'src-shared/**/*.ts'],
    ignores: ['src-main/virtual/serve/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'setTimeout',
        'setInterval',
        'Buffer',
        'process',
        'console',
        'performance',
        'window',
        'document',
      ],
    },
  },
  {
    files: ['src-main/cli/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Tools want a default export in their configuration files.
    files: ['*.config.ts', '**/*.vue'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src-renderer/**/*.vue'],
    rules: {
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
);
