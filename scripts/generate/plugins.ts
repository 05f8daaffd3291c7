// Registries: every file of a plug-in folder, in one list, so that adding a file is all there is to do.

import { camelCase, filesIn, generatedBy, type Output } from './output.ts';

interface Registry {
  readonly room: string;
  readonly folder: string;
  readonly name: string;
}

const registries: readonly Registry[] = [
  { room: 'ingest', folder: 'sources', name: 'sources' },
  { room: 'detect', folder: 'rules', name: 'detections' },
  { room: 'respond', folder: 'actions', name: 'actions' },
];

export const pluginModules = (root: string): Output[] => registries.map((registry) => pluginModule(root, registry));

function pluginModule(root: string, { room, folder, name }: Registry): Output {
  const files = filesIn(root, `src/${room}/${folder}`, '.ts');
  const imports = files.map((file) => `import { ${camelCase(file)} } from './${folder}/${file}.ts';`);
  const list = files.length === 0 ? '[]' : `[\n${files.map((file) => `  ${camelCase(file)},`).join('\n')}\n]`;
  const text = [
    generatedBy,
    '',
    ...imports,
    ...(files.length > 0 ? [''] : []),
    `export const ${name} = ${list} as const;`,
    '',
  ].join('\n');
  return { path: `src/${room}/all.gen.ts`, text };
}
