import { beforeAll, describe, expect, it } from 'vitest';
import { families, familyOf, planProgrammes } from '../../seed/programmes/families.ts';
import { playDay, type Programme } from '../../seed/programmes/programme.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { cloudLogsOnly, openScene } from '../../seed/seed.ts';
import { createPost, type Scene, type Telemetry, type World } from '../../seed/world.ts';
import { days, hours } from '../../src/model/time.ts';

const all = families.map(({ id }) => id);
const attacks = families.filter(({ kind }) => kind === 'attack');
const everything: Telemetry = { wholeMessages: 1, messageTrace: true, network: true, alerts: true, nonInteractive: true };
const [first, last] = [15, 44] as const;

const scenes = new Map<string, Scene>();
function sceneOf(seed: string, people: number): Scene {
  const found = scenes.get(`${seed}/${people}`) ?? openScene({ seed, people });
  scenes.set(`${seed}/${people}`, found);
  return found;
}

const plan = (scene: Scene, perFamily = 1, ids: readonly string[] = all): Programme[] =>
  planProgrammes(scene, { families: ids, perFamily, rng: scene.rng.fork('programmes'), from: first, until: last });

const open = (scene: Scene, programmes: readonly Programme[], telemetry: Telemetry): World => ({
  ...scene,
  telemetry,
  diversions: programmes.flatMap(({ diversions = [] }) => diversions),
  post: createPost(),
});

const play = (world: World, programme: Programme): SeedRecord[] =>
  Array.from({ length: world.calendar.dayCount + 1 }, (_, index) => playDay(world, programme, index)).flat();

interface Fields {
  readonly [name: string]: unknown;
}
const fieldsOf = ({ record }: SeedRecord): Fields => (typeof record === 'string' ? {} : (record as Fields));
const urlOf = (record: SeedRecord): string[] => {
  const url = fieldsOf(record)['Url'];
  return typeof url === 'string' ? [url] : [];
};
const signInsOf = (records: readonly SeedRecord[]) => records.filter(({ source }) => source === 'entra-sign-in');
const textOf = ({ record }: SeedRecord): string => (typeof record === 'string' ? record : JSON.stringify(record));

describe('the families', () => {
  it('are ten attacks and eight look-alikes, each with a name of its own, its sources, and what it says', () => {
    expect(new Set(all).size).toBe(18);
    expect(attacks).toHaveLength(10);
    for (const { id, sources, says } of families) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(sources.length, id).toBeGreaterThan(0);
      expect(says.length, id).toBeGreaterThan(20);
    }
  });

  it('are kept apart for a third', () => {
    const unseen = (kind: string) => families.filter((family) => family.kind === kind && family.unseen).length;
    expect([unseen('attack'), unseen('look-alike')]).toEqual([3, 3]);
  });

  it('are known by their ids alone', () => {
    expect(familyOf('sim-swap').kind).toBe('attack');
    expect(() => familyOf('sim-swop')).toThrow(/sim-swap.*found sim-swop/);
  });
});

describe.each([
  ['forty people', 'one', 40],
  ['forty other people', 'two', 40],
  ['three hundred people', 'three', 300],
] as const)('every family, twice, among %s', (_, seed, people) => {
  let scene: Scene;
  let programmes: Programme[];
  let played: Map<string, SeedRecord[]>;

  beforeAll(() => {
    scene = sceneOf(seed, people);
    programmes = plan(scene, 2);
    const world = open(scene, programmes, everything);
    played = new Map(programmes.map((programme) => [programme.id, play(world, programme)]));
  });

  it('finds somebody', () => {
    const planned = programmes.map(({ id }) => id).sort();
    expect(planned).toEqual(all.flatMap((id) => [`${id}-1`, `${id}-2`]).sort());
  });

  it('has steps in order of time, each with a name of its own, each leaving records', () => {
    for (const { id, steps } of programmes) {
      expect(new Set(steps.map(({ name }) => name)).size, id).toBe(steps.length);
      expect(
        steps.filter(({ at }, place) => at < (steps[place - 1]?.at ?? -Infinity)),
        id,
      ).toEqual([]);
      const left = new Set(played.get(id)?.map(({ truth }) => truth?.step));
      expect(
        steps.map(({ name }) => name).filter((name) => !left.has(name)),
        id,
      ).toEqual([]);
    }
  });

  it('stays within its days, and says of every record whose it is', () => {
    const { start } = scene.calendar;
    for (const { id, steps } of programmes) {
      const stages = new Map(steps.map(({ name, stage }) => [name, stage]));
      for (const { at, truth } of played.get(id) ?? []) {
        expect(at, id).toBeGreaterThanOrEqual(start + days(first));
        expect(at, id).toBeLessThan(start + days(last + 1));
        expect(truth?.programme).toBe(id);
        expect(truth?.stage).toBe(stages.get(truth?.step ?? ''));
      }
    }
  });

  it('gives each record an id of its own', () => {
    const ids = [...played.values()].flat().map(({ source, id }) => `${source} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names its victims: people of the company, or its shared mailboxes', () => {
    const known = new Set([...scene.tenant.byId.keys(), ...scene.tenant.sharedMailboxes.map(({ address }) => address)]);
    for (const { id, victims } of programmes) {
      expect(victims.length, id).toBeGreaterThan(0);
      expect(
        victims.filter((victim) => !known.has(victim)),
        id,
      ).toEqual([]);
    }
  });

  it('says when the harm came or would have come, of attacks alone', () => {
    for (const { id, kind, ending, impactAt, steps } of programmes) {
      const begins = steps[0]?.at ?? Infinity;
      if (kind === 'attack') expect(impactAt, id).toBeGreaterThan(begins);
      else expect([impactAt, ['benign', 'gave-up'].includes(ending)], id).toEqual([undefined, true]);
    }
  });

  it('betrays itself by no word', () => {
    const telling = new RegExp([...all, 'intrud', 'victim', 'attacker', '\\btruth\\b', 'benign'].join('|'), 'i');
    const records = [...played.values()].flat();
    expect(records.filter((record) => telling.test(textOf(record))).map(({ truth }) => truth)).toEqual([]);
  });

  it('sends and links to reserved domains alone, but for the genuine pages of sign-in', () => {
    const links = [...played.values()].flat().flatMap(urlOf);
    const strangers = links.map((link) => new URL(link).hostname).filter((host) => !/\.(example|test|invalid)$/.test(host));
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(strangers)).toEqual(
      new Set(strangers.filter((host) => /^(login\.microsoftonline|microsoft)\.com$/.test(host))),
    );
  });
});

describe('a company that keeps the three cloud logs alone', () => {
  it('has records of every programme, and of no other source', () => {
    const scene = sceneOf('one', 40);
    const programmes = plan(scene, 1);
    const world = open(scene, programmes, cloudLogsOnly);
    for (const programme of programmes) {
      const sources = new Set(play(world, programme).map(({ source }) => source));
      expect(sources.size, programme.id).toBeGreaterThan(0);
      for (const source of ['email', 'network', 'security-alert'] as const) expect(sources.has(source), programme.id).toBe(false);
    }
  });
});

describe('dice', () => {
  const tell = (seed: string) => {
    const scene = openScene({ seed, people: 40 });
    const programmes = plan(scene);
    const world = open(scene, programmes, everything);
    return { programmes, bytes: programmes.flatMap((programme) => play(world, programme).map(textOf)).join('\n') };
  };

  it('fall the same way for the same seed, byte for byte', () => {
    expect(tell('same').bytes).toBe(tell('same').bytes);
  });

  it('fall otherwise for another: other times, other people', () => {
    const [one, other] = [tell('same').programmes, tell('another').programmes];
    const timesOf = (programmes: readonly Programme[]) => new Set(programmes.flatMap(({ steps }) => steps.map(({ at }) => at)));
    const [times, others] = [timesOf(one), timesOf(other)];
    expect([...times].filter((at) => others.has(at))).toEqual([]);
    expect(one.flatMap(({ victims }) => victims)).not.toEqual(other.flatMap(({ victims }) => victims));
  });
});

describe('many of each', () => {
  let many: Programme[];
  const ofFamily = (id: string) => many.filter(({ family }) => family === id);
  const spanOf = ({ steps }: Programme) => (steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0);

  beforeAll(() => {
    many = ['one', 'three', 'four'].flatMap((seed) => plan(sceneOf(seed, seed === 'three' ? 300 : 40), 8));
  });

  it('end in every way, and most attacks reach what they are for', () => {
    for (const { id } of attacks) {
      const endings = ofFamily(id).map(({ ending }) => ending);
      expect(endings, id).toContain('impact');
      expect(endings.filter((ending) => ending !== 'impact').length, id).toBeGreaterThan(0);
    }
    const endings = many.filter(({ kind }) => kind === 'attack').map(({ ending }) => ending);
    for (const ending of ['impact', 'gave-up', 'stopped'] as const) expect(endings).toContain(ending);
    const reached = endings.filter((ending) => ending === 'impact').length / endings.length;
    expect(reached).toBeGreaterThan(0.5);
    expect(reached).toBeLessThan(0.85);
  });

  it('of those that reach it, the harm is a step at its time; of the others, none is', () => {
    for (const { id, kind, ending, impactAt, steps } of many) {
      if (kind === 'attack')
        expect(
          steps.some(({ at }) => at === impactAt),
          id,
        ).toBe(ending === 'impact');
    }
  });

  it('take from minutes to weeks, with waits of every length', () => {
    const spans = attacks.flatMap(({ id }) => ofFamily(id)).map(spanOf);
    expect(Math.min(...spans)).toBeLessThan(hours(2));
    expect(Math.max(...spans)).toBeGreaterThan(days(14));
    const waits = many.flatMap(({ steps }) => steps.slice(1).map(({ at }, place) => at - (steps[place]?.at ?? at)));
    const share = (from: number, until: number) => waits.filter((wait) => wait >= from && wait < until).length / waits.length;
    expect(share(0, hours(1))).toBeGreaterThan(0.3);
    expect(share(hours(1), days(1))).toBeGreaterThan(0.1);
    expect(share(days(1), days(60))).toBeGreaterThan(0.08);
  });

  it('happen at every hour of the day, and overlap now and then', () => {
    const hoursUsed = new Set(many.flatMap(({ steps }) => steps.map(({ at }) => new Date(at).getUTCHours())));
    expect(hoursUsed.size).toBe(24);
    const together = many.some((one) =>
      many.some(
        (other) =>
          one !== other &&
          (other.steps[0]?.at ?? 0) > (one.steps[0]?.at ?? 0) &&
          (other.steps[0]?.at ?? 0) < (one.steps.at(-1)?.at ?? 0),
      ),
    );
    expect(together).toBe(true);
  });

  it('leave people alone whom others act on, where there are enough', () => {
    const firsts = plan(
      sceneOf('three', 300),
      3,
      attacks.map(({ id }) => id),
    ).map(({ victims }) => victims[0]);
    expect(new Set(firsts).size).toBeGreaterThan(firsts.length * 0.85);
  });
});

describe('what sets the families apart', () => {
  const scene = sceneOf('three', 300);
  const told = (id: string, ending?: Programme['ending']): { programme: Programme; records: SeedRecord[] } => {
    const programme = plan(scene, 6, [id]).find((one) => ending === undefined || one.ending === ending);
    if (programme === undefined) throw new Error(`no ${id} ends like that`);
    return { programme, records: play(open(scene, [programme], everything), programme) };
  };
  const addressOf = (record: SeedRecord) => fieldsOf(record)['ipAddress'];

  it('a stolen session shows up from two addresses under one id', () => {
    const { records } = told('aitm-token-theft', 'impact');
    const sessions = new Map<unknown, Set<unknown>>();
    for (const record of signInsOf(records)) {
      const id = fieldsOf(record)['sessionId'];
      sessions.set(id, (sessions.get(id) ?? new Set()).add(addressOf(record)));
    }
    expect([...sessions.values()].some((addresses) => addresses.size > 1)).toBe(true);
  });

  it('a device code is entered at the victim’s own place, and used from another', () => {
    const { records } = told('device-code-phish', 'impact');
    const entered = records.filter(({ truth, source }) => truth?.step === 'code-entered' && source === 'entra-sign-in');
    expect(entered.map((record) => fieldsOf(record)['authenticationProtocol'])).toContain('deviceCode');
    const used = signInsOf(records).filter(({ truth }) => !truth?.step.startsWith('code-'));
    expect(used.filter((record) => addressOf(record) === addressOf(entered[0] ?? record))).toEqual([]);
  });

  it('a diverted payment needs nobody to sign in', () => {
    const { programme, records } = told('vendor-compromise-payment-diversion', 'impact');
    expect(signInsOf(records)).toEqual([]);
    expect(programme.steps.at(-1)?.name).toBe('payment-confirmed');
  });

  it('a chain has three to five mailboxes, each signed in to', () => {
    const { programme, records } = told('lateral-phish-chain', 'impact');
    const entered = new Set(signInsOf(records).map((record) => fieldsOf(record)['userId']));
    expect(programme.victims.length).toBeGreaterThanOrEqual(3);
    expect(programme.victims.length).toBeLessThanOrEqual(5);
    expect(programme.victims.filter((id) => !entered.has(id))).toEqual([]);
  });

  it('a moved number takes the text messages with it for a while', () => {
    const { programme } = told('sim-swap');
    const [diversion] = programme.diversions ?? [];
    expect(diversion?.person.id).toBe(programme.victims[0]);
    expect(diversion?.until).toBeGreaterThan(programme.steps[0]?.at ?? Infinity);
  });

  it('an application reads after its owner signed in once, from addresses of its own', () => {
    const { programme, records } = told('oauth-consent-mail-reading', 'impact');
    const read = records.filter(
      (record) => fieldsOf(record)['Operation'] === 'MailItemsAccessed' && record.truth?.step.startsWith('app-reads-mail'),
    );
    const interactive = signInsOf(records).filter((record) => fieldsOf(record)['userId'] === programme.victims[0]);
    expect(read.length).toBeGreaterThan(3);
    const own = new Set(interactive.map(addressOf));
    expect(read.filter((record) => own.has(fieldsOf(record)['ClientIPAddress']))).toEqual([]);
  });

  it('a spray tries many, and forwards the mail of one', () => {
    const { records } = told('spray-then-forwarding', 'impact');
    const tried = new Set(
      records.filter(({ truth }) => truth?.step.startsWith('guesses')).map((record) => fieldsOf(record)['userPrincipalName']),
    );
    expect(tried.size).toBeGreaterThan(5);
    expect(records.some(({ truth }) => truth?.step === 'forwarding-set')).toBe(true);
  });

  it('a spray that gets nowhere lets nobody in', () => {
    const { records } = told('spray-that-gets-nowhere');
    const codes = signInsOf(records).map((record) => (fieldsOf(record)['status'] as { errorCode: number }).errorCode);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes).not.toContain(0);
  });

  it('nothing in a look-alike is done by a stranger who got in', () => {
    for (const id of [
      'honest-app-consent-wave',
      'shared-mailbox-takeover-by-colleague',
      'leaver-takes-own-files',
      'partner-changes-bank-account',
    ]) {
      const { records } = told(id);
      const machines = signInsOf(records).map(
        (record) => fieldsOf(record)['deviceDetail'] as { isManaged?: boolean } | undefined,
      );
      expect(
        machines.filter((device) => device?.isManaged === false),
        id,
      ).toEqual([]);
    }
  });

  it('rules, links and applications have names of endless variety', () => {
    const programmes = plan(scene, 8);
    const world = open(scene, programmes, { ...everything, wholeMessages: 0 });
    const records = programmes.flatMap((programme) => play(world, programme));
    const named = (operation: RegExp, name: (fields: Fields) => unknown) =>
      records
        .map(fieldsOf)
        .filter((fields) => operation.test(String(fields['Operation'])))
        .map(name);
    const rules = named(
      /New-InboxRule/,
      (fields) => (fields['Parameters'] as { Name: string; Value: string }[]).find(({ Name }) => Name === 'Name')?.Value,
    );
    const hosts = named(/TIUrlClickData/, (fields) => new URL(fields['Url'] as string).hostname);
    expect(new Set(rules).size).toBeGreaterThan(rules.length * 0.4);
    expect(new Set(hosts).size).toBeGreaterThan(hosts.length * 0.3);
  });
});
