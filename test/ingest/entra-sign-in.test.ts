import { describe, expect, it } from 'vitest';
import { ana, signInRecord, ualSignIn } from '../support/records.ts';
import { eventOf, readingOf, whyNot } from './reading.ts';

const second = (fields: object) => ({
  authenticationStepRequirement: 'Multifactor authentication',
  authenticationMethod: 'Text message',
  authenticationStepResultDetail: 'MFA successfully completed',
  succeeded: true,
  ...fields,
});
const password = { authenticationStepRequirement: 'Primary authentication', authenticationMethod: 'Password', succeeded: true };

describe('a sign-in of the Entra log', () => {
  it('is told with its place, device and session', () => {
    expect(eventOf('signIn', signInRecord())).toEqual({
      kind: 'signIn',
      id: 'entra-sign-in:51515151-0000-4000-8000-000000000001',
      source: 'entra-sign-in',
      record: '51515151-0000-4000-8000-000000000001',
      act: 'signIn:51515151-0000-4000-8000-000000000001',
      at: Date.UTC(2026, 0, 5, 3, 12, 9),
      operation: 'Sign-in',
      actor: ana.upn,
      actorKind: 'person',
      outcome: 'success',
      code: 0,
      interactive: true,
      address: '203.0.113.7',
      country: 'AU',
      countryFrom: 'record',
      region: 'Western Australia',
      city: 'Fremantle',
      latitude: -32.05,
      longitude: 115.75,
      asn: 64500,
      userAgent: expect.stringContaining('Chrome') as string,
      client: 'browser',
      app: '4765445b-32c6-49b0-83e6-1d93765276ca',
      appName: 'OfficeHome',
      resource: '00000003-0000-0000-c000-000000000000',
      device: 'd0d0d0d0-0000-4000-8000-000000000001',
      deviceName: 'HARBOUR-17',
      managed: true,
      session: '5e55105e-0000-4000-8000-000000000001',
    });
    expect(readingOf(signInRecord()).names).toEqual([[ana.id, ana.upn]]);
  });

  it('is one act with its record in the unified log', () => {
    const twins = [signInRecord(), ualSignIn()].map((record) => readingOf(record).event);
    expect(new Set(twins.map(({ act }) => act)).size).toBe(1);
    expect(new Set(twins.map(({ id }) => id)).size).toBe(2);
    expect(
      twins.map(({ at, actor, address, app, device, session, outcome }) => ({
        at,
        actor,
        address,
        app,
        device,
        session,
        outcome,
      }))[1],
    ).toEqual(
      twins.map(({ at, actor, address, app, device, session, outcome }) => ({
        at,
        actor,
        address,
        app,
        device,
        session,
        outcome,
      }))[0],
    );
  });

  it.each([
    ['passed by text message', 0, null, [password, second({})], 'passed', 'text'],
    ['carried in the token', 0, 'MFA requirement satisfied by claim in the token', [], 'byClaim', undefined],
    [
      'carried in the token, as a step',
      0,
      null,
      [
        second({
          authenticationMethod: 'Previously satisfied',
          authenticationStepResultDetail: 'MFA requirement satisfied by claim in the token',
        }),
      ],
      'byClaim',
      undefined,
    ],
    ['completed', 0, 'MFA completed in Azure AD', [], 'passed', undefined],
    ['declined', 500121, 'MFA denied; user declined the authentication', [], 'refused', undefined],
    [
      'left unanswered',
      500121,
      null,
      [
        second({
          succeeded: false,
          authenticationMethod: 'Mobile app notification',
          authenticationStepResultDetail: 'MFA denied; user did not respond to mobile app notification',
        }),
      ],
      'unanswered',
      'app',
    ],
    ['not passed', 50074, null, [], 'refused', undefined],
    ['asked for', 50076, null, [], 'asked', undefined],
    ['not needed', 0, null, [password], undefined, undefined],
  ])('says when the second factor was %s', (_, code, additionalDetails, authenticationDetails, mfa, mfaMethod) => {
    const event = eventOf('signIn', signInRecord({}, { status: { errorCode: code, additionalDetails }, authenticationDetails }));
    expect([event.mfa, event.mfaMethod]).toEqual([mfa, mfaMethod]);
  });

  it('may be an application’s', () => {
    const service = '5e5e5e5e-0000-4000-8000-000000000001';
    const record = signInRecord({}, { userPrincipalName: null, userId: '', servicePrincipalId: service });
    expect(eventOf('signIn', record)).toMatchObject({ actor: service, actorKind: 'service' });
    expect(readingOf(record).names).toEqual([]);
  });

  it('says nothing where the record says nothing', () => {
    const bare = { id: 'x', createdDateTime: '2026-01-05T03:12:09Z', status: { errorCode: 50126 } };
    expect(eventOf('signIn', bare)).toEqual({
      kind: 'signIn',
      id: 'entra-sign-in:x',
      source: 'entra-sign-in',
      record: 'x',
      act: 'signIn:x',
      at: Date.UTC(2026, 0, 5, 3, 12, 9),
      operation: 'Sign-in',
      outcome: 'failure',
      code: 50126,
      interactive: true,
    });
    expect(eventOf('signIn', signInRecord({}, { deviceDetail: { deviceId: '', isManaged: null } }))).not.toHaveProperty(
      'managed',
    );
  });

  it('without a time is refused, with the way to what is missing', () => {
    expect(whyNot(signInRecord({}, { createdDateTime: 'soon' }))).toEqual({
      file: 'case.jsonl',
      line: 7,
      path: '.createdDateTime',
      why: '.createdDateTime: expected a time, found "soon"',
    });
  });
});
