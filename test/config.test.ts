import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { selfSigned } from './support/certificate.ts';
import { folder } from './support/folder.ts';

const files = folder('config');
afterAll(() => files.remove());

const complaint = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
};

describe('an empty environment', () => {
  it('is a database of our own in .skein, on the loopback address', () => {
    expect(readConfig({})).toEqual({
      home: resolve('.skein'),
      port: 4000,
      host: '127.0.0.1',
      logLevel: 'info',
      homeDomains: [],
      authservIds: [],
      breakGlass: [],
      geoip: {},
      responseMode: 'confirm',
      peersEngine: 'auto',
      watch: [],
      schedule: {},
    });
  });

  it('is the same as one whose variables are blank', () => {
    expect(readConfig({ NEO4J_URI: '', NEO4J_PASSWORD: ' ', PORT: '' })).toEqual(readConfig({}));
  });
});

it('a database elsewhere has an address, a user, a password and a name', () => {
  const { neo4j } = readConfig({ NEO4J_URI: 'neo4j+s://db.example', NEO4J_PASSWORD: 'secret' });
  expect(neo4j).toEqual({ uri: 'neo4j+s://db.example', user: 'neo4j', password: 'secret', database: 'neo4j' });
});

it('a secret may stand in a file', () => {
  files.write({ 'password.txt': 'from a file\n' });
  const env = { NEO4J_URI: 'bolt://db.example', NEO4J_PASSWORD_FILE: `${files.path}/password.txt` };
  expect(readConfig(env).neo4j?.password).toBe('from a file');
});

describe('a tenant of Microsoft 365', () => {
  const access = { GRAPH_TENANT_ID: 'contoso.test', GRAPH_CLIENT_ID: 'skein' };

  it('is reached with a secret, where Microsoft is', () => {
    expect(readConfig({ ...access, GRAPH_CLIENT_SECRET: 's', GRAPH_NOTICES_FROM: 'desk@contoso.test' }).microsoft).toEqual({
      ...{ tenant: 'contoso.test', client: 'skein', secret: 's', noticesFrom: 'desk@contoso.test' },
      ...{ base: 'https://graph.microsoft.com/v1.0', login: 'https://login.microsoftonline.com' },
    });
  });

  it('is reached with a certificate from a file, in a cloud of its own or on this machine', () => {
    const { pem } = selfSigned();
    files.write({ 'skein.pem': pem });
    const env = { ...access, GRAPH_CERTIFICATE_FILE: `${files.path}/skein.pem`, GRAPH_BASE_URL: 'http://127.0.0.1:9/v1.0/' };
    const { microsoft } = readConfig({ ...env, GRAPH_LOGIN_URL: 'https://login.microsoftonline.us' });
    expect(microsoft).toMatchObject({ certificate: pem.trim(), base: 'http://127.0.0.1:9/v1.0' });
    expect(microsoft?.login).toBe('https://login.microsoftonline.us');
    expect(microsoft).not.toHaveProperty('secret');
  });

  it('is named wholly or not at all, with one proof, and never over an open line', () => {
    expect(readConfig({ GRAPH_BASE_URL: 'https://graph.microsoft.us/v1.0' }).microsoft).toBeUndefined();
    expect(complaint({ GRAPH_CLIENT_SECRET: 's' })).toMatch(/GRAPH_TENANT_ID: needed.*\n.*GRAPH_CLIENT_ID: needed/);
    expect(complaint(access)).toContain('GRAPH_CLIENT_SECRET: set either it or GRAPH_CERTIFICATE');
    const { pem, certificate } = selfSigned();
    expect(complaint({ ...access, GRAPH_CLIENT_SECRET: 's', GRAPH_CERTIFICATE: pem })).toContain('set either it or');
    expect(complaint({ ...access, GRAPH_CERTIFICATE: certificate })).toContain('its private key');
    const open = complaint({ ...access, GRAPH_CLIENT_SECRET: 's', GRAPH_BASE_URL: 'http://graph.example', PORT: 'x' });
    expect(open).toContain('GRAPH_BASE_URL: expected an https address, found http://graph.example');
    expect(open).toContain('PORT');
    expect(complaint({ ...access, GRAPH_CLIENT_SECRET: 's', GRAPH_TENANT_ID: '../x' })).toContain('GRAPH_TENANT_ID: expected');
  });
});

it('our domains are a list, however it is written', () => {
  expect(readConfig({ HOME_DOMAINS: 'Contoso.com, @fabrikam.test;a.b.c' }).homeDomains).toEqual([
    'contoso.com',
    'fabrikam.test',
    'a.b.c',
  ]);
});

it('accounts that are never touched are names of any kind', () => {
  const env = { BREAK_GLASS: 'Glass@Contoso.test; CONTOSO\\Glass Two,, S-1-5-21-1' };
  expect(readConfig(env).breakGlass).toEqual(['glass@contoso.test', 'contoso\\glass two', 's-1-5-21-1']);
});

describe('one message names everything wrong', () => {
  it('with each variable by its name', () => {
    const message = complaint({
      NEO4J_URI: 'http://db.example',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      RESPONSE_MODE: 'always',
      PEERS_ENGINE: 'spark',
      HOME_DOMAINS: 'contoso.com not-a-domain',
      NEO4J_PASSWORD_FILE: '/nowhere/password',
    });
    for (const name of ['NEO4J_URI', 'PORT', 'LOG_LEVEL', 'RESPONSE_MODE', 'PEERS_ENGINE', 'HOME_DOMAINS', 'NEO4J_PASSWORD_FILE'])
      expect(message).toMatch(new RegExp(`^  ${name}: `, 'm'));
    expect(message).toContain('expected one of observe, confirm, autonomous');
    expect(message).toContain('not-a-domain');
  });

  it('also a missing password, beside other things', () => {
    expect(complaint({ NEO4J_URI: 'bolt://db.example' })).toMatch(/^ {2}NEO4J_PASSWORD: needed beside NEO4J_URI/m);
    expect(complaint({ NEO4J_URI: 'bolt://db.example', PORT: 'x' })).toMatch(
      /PORT: [^]*NEO4J_PASSWORD: |NEO4J_PASSWORD: [^]*PORT: /,
    );
  });

  it('and a secret given twice', () => {
    files.write({ 'twice.txt': 'a' });
    expect(complaint({ NEO4J_PASSWORD: 'b', NEO4J_PASSWORD_FILE: `${files.path}/twice.txt` })).toMatch(
      /set it or NEO4J_PASSWORD_FILE, not both/,
    );
  });

  it('and never the secret itself', () => {
    expect(complaint({ NEO4J_URI: 'nonsense', NEO4J_PASSWORD: 'hunter2' })).not.toContain('hunter2');
  });
});

describe('the times of jobs', () => {
  it('are cron expressions or off, by name', () => {
    const { schedule } = readConfig({ SCHEDULE: 'pipeline=*/5 * * * *; housekeeping=off' });
    expect(schedule).toEqual({ pipeline: '*/5 * * * *', housekeeping: 'off' });
  });

  it('that cannot be read are all named', () => {
    const read = () => readConfig({ SCHEDULE: 'pipelines=off; actions=every day' });
    expect(read).toThrow(/SCHEDULE: there is no job "pipelines"; there are: pipeline, actions/);
    expect(read).toThrow(/SCHEDULE: actions: expected a cron expression or off, found "every day"/);
  });
});
