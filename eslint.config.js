import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.skein', '**/*.gen.ts', 'scripts/*.mjs', 'eslint.config.js', 'web/public'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './web/tsconfig.json'] } },
    rules: {
      // Numbers and booleans in a template are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // What an answer leaves out is undefined, what it denies is null; `!= null` asks about both.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
);
