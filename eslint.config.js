import js from '@eslint/js'
import globals from 'globals'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-results/', 'resources/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src-renderer/**/*.{ts,svelte}'],
    languageOptions: { globals: { ...globals.browser }, parserOptions: { parser: ts.parser } },
    rules: {
      // Imported text is never rendered as markup: Svelte writes text nodes, and this stays an error.
      'svelte/no-at-html-tags': 'error',
      // Large data is held raw and replaced whole; plain maps and sets are right there.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'electron', '**/services/**', '**/store/**', '**/shells/**'] },
      ],
    },
  },
  { files: ['scripts/**', 'tests/**', 'src-main/shells/cli/**'], rules: { 'no-console': 'off' } },
)
