import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/model/time.ts';
import { fieldsOf, from, operation } from './records.ts';

const audit = from('m365-audit');

describe('twins', () => {
  it('of a sign-in agree on ids, address and time, and none is alone', () => {
    const signIns = from('entra-sign-in');
    const logOns = new Map(
      audit
        .filter((record) => operation(record).startsWith('UserLog'))
        .map((record) => [fieldsOf(record)['IntraSystemId'], record]),
    );
    expect(logOns.size).toBe(signIns.length);

    for (const signIn of signIns) {
      const twin = logOns.get(signIn.id);
      if (twin === undefined) throw new Error(`${signIn.id} has no twin`);
      const [entra, m365] = [fieldsOf(signIn), fieldsOf(twin)];
      expect(m365['InterSystemsId']).toBe(entra['correlationId']);
      expect(m365['ClientIP']).toBe(entra['ipAddress']);
      expect(m365['ErrorNumber']).toBe(String((entra['status'] as { errorCode: number }).errorCode));
      expect(String(m365['UserId']).toLowerCase()).toBe(entra['userPrincipalName']);
      expect(Math.abs(twin.at - signIn.at)).toBeLessThanOrEqual(seconds(2));
    }
  });

  it('of a directory change share the correlation and the time', () => {
    const changes = from('entra-audit').filter((record) => fieldsOf(record)['loggedByService'] === 'Core Directory');
    const twins = new Map(
      audit
        .filter((record) => fieldsOf(record)['RecordType'] === 8)
        .map((record) => [fieldsOf(record)['InterSystemsId'], record]),
    );
    expect(twins.size).toBe(changes.length);
    for (const change of changes) {
      const twin = twins.get(fieldsOf(change)['correlationId']);
      expect(twin && Math.abs(twin.at - change.at)).toBeLessThanOrEqual(seconds(2));
      expect(twin && operation(twin)).toMatch(/\.$/);
    }
  });
});
