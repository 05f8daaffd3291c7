import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../src/graph/local/java.ts';

const logged = (code: string) => {
  const script = `import { createLog } from './src/log.ts'; const log = createLog('info'); ${code}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

it('a line that ends the program is still written, on stderr, as JSON', () => {
  expect(logged("log.info({ opened: 2 }, 'findings correlated'); process.exit(0);")).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/) as string, opened: 2, msg: 'findings correlated' },
  ]);
});

it('credentials and what people wrote are hidden, at any depth a log call has', () => {
  const [line] = logged(
    `log.info({ password: 'a', req: { headers: { authorization: 'b', cookie: 'c' } }, mail: { subject: 'd', body: 'e', from: 'f' } }, 'x');`,
  );
  expect(line).toMatchObject({
    password: '[hidden]',
    req: { headers: { authorization: '[hidden]', cookie: '[hidden]' } },
    mail: { subject: '[hidden]', body: '[hidden]', from: 'f' },
  });
});
