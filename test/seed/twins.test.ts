import { describe, expect, it } from 'vitest';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { createStage, createWorld, everyAct } from './acts.ts';

type Fields = Readonly<Record<string, unknown>>;

const world = createWorld();
const acts = everyAct(world, createStage(world));
const records: readonly SeedRecord[] = Object.entries(acts).flatMap(([name, act]) => act(createRng(name)));

const fieldsOf = ({ record }: SeedRecord): Fields => record as Fields;
const from = (source: SeedRecord['source']): SeedRecord[] => records.filter((record) => record.source === source);
const ofType = (recordType: number): SeedRecord[] =>
  from('m365-audit').filter((record) => fieldsOf(record)['RecordType'] === recordType);

/** What the two records of one act share, in the eyes of whoever reads both. */
function actOf(record: SeedRecord): string {
  const answer = readRecord(record.record, { file: 'seed', line: 1 });
  if ('reject' in answer) throw new Error(answer.reject.why);
  return answer.reading.event.act;
}

const byAct = (all: readonly SeedRecord[]): Map<string, SeedRecord> => new Map(all.map((record) => [actOf(record), record]));

describe('twins', () => {
  it('of a sign-in agree on ids, address and time, and none is alone', () => {
    const signIns = from('entra-sign-in').filter((record) => fieldsOf(record)['isInteractive'] === true);
    const logOns = byAct(ofType(15));
    expect(signIns.length).toBeGreaterThan(20);
    expect(logOns.size).toBe(signIns.length);

    for (const signIn of signIns) {
      const twin = logOns.get(actOf(signIn));
      if (twin === undefined) throw new Error(`${signIn.id} has no twin`);
      const [entra, m365] = [fieldsOf(signIn), fieldsOf(twin)];
      expect(m365['IntraSystemId']).toBe(signIn.id);
      expect(m365['InterSystemsId']).toBe(entra['correlationId']);
      expect(m365['ClientIP']).toBe(entra['ipAddress']);
      expect(m365['ErrorNumber']).toBe(String((entra['status'] as { errorCode: number }).errorCode));
      expect(String(m365['UserId']).toLowerCase()).toBe(entra['userPrincipalName']);
      expect(m365['UserKey']).toBe(entra['userId']);
      expect(twin.at).toBe(signIn.at);
    }
  });

  it('are what nobody has who did not sit there: renewed tokens, applications', () => {
    const silent = from('entra-sign-in').filter((record) => fieldsOf(record)['isInteractive'] === false);
    const logOns = byAct(ofType(15));
    expect(silent.length).toBe(3);
    for (const signIn of silent) expect(logOns.has(actOf(signIn))).toBe(false);
  });

  it('of a directory change share the correlation, the target and the time', () => {
    const changes = from('entra-audit').filter((record) => fieldsOf(record)['loggedByService'] === 'Core Directory');
    const twins = byAct(ofType(8));
    expect(changes.length).toBeGreaterThan(40);
    expect(twins.size).toBe(changes.length);
    for (const change of changes) {
      const twin = twins.get(actOf(change));
      if (twin === undefined) throw new Error(`${String(fieldsOf(change)['activityDisplayName'])} has no twin`);
      expect(fieldsOf(twin)['InterSystemsId']).toBe(fieldsOf(change)['correlationId']);
      expect(twin.at).toBe(change.at);
    }
  });

  it('are what the registration pages do not write', () => {
    const notes = from('entra-audit').filter((record) => fieldsOf(record)['loggedByService'] === 'Authentication Methods');
    const twins = byAct(ofType(8));
    expect(notes.length).toBeGreaterThan(10);
    for (const note of notes) expect(twins.has(actOf(note))).toBe(false);
  });
});
