import { describe, expect, it } from 'vitest';
import { noMemory, remember, dawn, surpriseOf, teach, unteach } from '../../src/detect/memory.ts';
import type { Memory } from '../../src/detect/memory.ts';
import type { ActSurprise } from '../../src/detect/past.ts';
import type { Event } from '../../src/model/event.ts';
import { dayOf, days, hours } from '../../src/model/time.ts';
import { alert, ana, mail, mailAccess, noon, signIn } from '../support/events.ts';

const laptop = { device: 'laptop', client: 'browser', address: '192.0.2.10', asn: 64500, country: 'AU' };
const phone = { device: 'phone', client: 'app', address: '198.51.100.20', asn: 64501, country: 'AU' };

/** What Ana and nine colleagues did, a day at a time, as a run would learn it. */
function after(span: number, everyDay: (person: string, at: number, day: number) => readonly Event[]): Memory {
  const memory = noMemory([]);
  for (let ago = span; ago > 0; ago -= 1) {
    dawn(memory, dayOf(noon) - ago);
    for (let person = 0; person < 10; person += 1)
      for (const event of everyDay(person === 0 ? ana : `p${person}@contoso.test`, noon - days(ago), ago)) learn(memory, event);
  }
  dawn(memory, dayOf(noon));
  return memory;
}

function learn(memory: Memory, event: Event): void {
  const bits = surpriseOf(memory, event)?.bits ?? 0;
  remember(memory, event);
  teach(memory, event, bits);
}

/** The laptop every day, the telephone and its carrier's network once a week. */
const usual = after(60, (actor, at, ago) => [
  ...Array.from({ length: 6 }, (_, hour) => signIn({ ...laptop, actor, at: at + hours(hour) })),
  ...(ago % 7 === 0 ? [signIn({ ...phone, actor, at: at + hours(7) })] : []),
]);

const judged = (event: Event, memory = usual): ActSurprise => {
  const found = surpriseOf(memory, event);
  if (found === undefined) throw new Error('nobody did it');
  return found;
};
const partsOf = (act: ActSurprise): string[] => act.parts.map(({ dimension }) => dimension);

describe('the surprise of an act as a whole', () => {
  it('is next to nothing for an everyday sign-in', () => {
    expect(judged(signIn(laptop)).bits).toBeLessThan(2);
  });

  it('does not count the network of a seldom used telephone beside the telephone', () => {
    const act = judged(signIn(phone));
    const device = act.parts.find(({ dimension }) => dimension === 'device');
    expect(device?.bits).toBeGreaterThan(3);
    const network = act.parts.find(({ dimension }) => dimension === 'network');
    expect(network?.bits ?? 0).toBeLessThan((network?.alone ?? Infinity) / 2);
    // by itself the network is as rare as the telephone
    expect(judged(signIn({ ...laptop, asn: phone.asn, address: phone.address })).parts[0]?.alone).toBeGreaterThan(3);
  });

  it('counts a network beside a device that was never on it', () => {
    expect(partsOf(judged(signIn({ ...laptop, asn: 64510, address: '203.0.113.7' })))).toContain('network');
  });

  it('counts a new country once, not once more for its networks', () => {
    const act = judged(signIn({ ...laptop, country: 'DE', asn: 64510, address: '203.0.113.7' }));
    const [country, network] = ['country', 'network'].map((name) => act.parts.find(({ dimension }) => dimension === name));
    expect(country?.bits).toBeGreaterThan(8);
    expect(network?.bits ?? 0).toBeLessThan(3);
    expect(act.bits).toBeLessThan((country?.alone ?? 0) + (judged(signIn({ ...laptop, asn: 64510 })).parts[0]?.alone ?? 0));
  });

  it('judges mail that was opened by where the person signs in from, and no mail teaches that', () => {
    const memory = after(30, (actor, at) => [
      signIn({ ...laptop, actor, at }),
      mailAccess({ ...phone, actor, mailbox: actor, at }),
    ]);
    const act = judged(mailAccess({ ...phone, mailbox: ana, country: 'DE', asn: 64510, address: '203.0.113.7' }), memory);
    expect(partsOf(act)).toContain('country');
    expect(judged(mailAccess({ mailbox: ana, ...phone, at: noon }), memory).parts.map(({ dimension }) => dimension)).toContain(
      'network',
    );
  });

  it('never falls by its own doing, and is the same asked twice', () => {
    const strange = signIn({ ...laptop, country: 'DE', asn: 64510, address: '203.0.113.7' });
    expect(judged(strange)).toEqual(judged(strange));
  });

  it('leaves no trace when it is taken back', () => {
    const strange = signIn({
      ...laptop,
      device: 'thief',
      country: 'DE',
      asn: 64510,
      address: '203.0.113.7',
      at: noon - hours(1),
    });
    const before = judged(signIn({ ...strange, at: noon }));
    teach(usual, strange, before.bits);
    expect(judged(signIn({ ...strange, at: noon })).bits).toBeLessThan(before.bits);
    unteach(usual, strange, before.bits);
    expect(judged(signIn({ ...strange, at: noon }))).toEqual(before);
  });

  it('is nobody’s for what nobody did, and for a letter from outside', () => {
    const nobodys = mail({ direction: 'inbound', sender: 'zoe@partner.test', actor: 'zoe@partner.test', recipients: [ana] });
    expect(surpriseOf(usual, nobodys)).toBeUndefined();
    expect(surpriseOf(usual, alert())).toBeUndefined();
  });
});

describe('a life that changes', () => {
  it('is absorbed in days: a moved house and a new telephone are news once, and everyday after a week', () => {
    const moved = { ...laptop, device: 'new phone', asn: 64_700, address: '203.0.113.50' };
    const memory = after(40, (actor, at) => [signIn({ ...laptop, actor, at }), signIn({ ...laptop, actor, at: at + hours(5) })]);
    const bitsOn: number[] = [];
    for (let day = 0; day < 8; day += 1) {
      dawn(memory, dayOf(noon) + day);
      for (const hour of [0, 4, 8]) {
        const event = signIn({ ...moved, at: noon + days(day) + hours(hour) });
        if (hour === 0) bitsOn.push(judged(event, memory).bits);
        learn(memory, event);
      }
    }
    expect(bitsOn[0]).toBeGreaterThan(12);
    expect(bitsOn[1]).toBeLessThan((bitsOn[0] ?? 0) / 2);
    expect(bitsOn[7]).toBeLessThan(4);
  });
});

describe('where an act stands among one’s own', () => {
  it('is at the top for whoever never left, and lower for who travels all the time', () => {
    const codes = ['DE', 'FR', 'JP', 'BR', 'GH', 'US', 'ZA', 'IN', 'SE', 'PT'];
    const memory = after(60, (actor, at, ago) => [
      ...Array.from({ length: 4 }, (_, hour) => signIn({ ...laptop, actor, at: at + hours(hour) })),
      ...(actor === ana && ago % 2 === 0
        ? [
            signIn({
              ...laptop,
              actor,
              country: codes[(ago / 2) % 10] ?? '',
              asn: 65_000 + ago,
              address: `203.0.113.${ago}`,
              at: at + hours(6),
            }),
          ]
        : []),
    ]);
    const abroad = { ...laptop, country: 'IS', asn: 64_999, address: '203.0.113.200' };
    const traveller = judged(signIn(abroad), memory);
    const homebody = judged(signIn({ ...abroad, actor: 'p3@contoso.test' }), memory);
    expect(homebody.standing.percentile).toBeGreaterThan(0.99);
    expect(traveller.standing.percentile).toBeLessThan(homebody.standing.percentile);
    expect(traveller.standing.of).toBeGreaterThan(200);
    expect(traveller.bits).toBeLessThan(homebody.bits);
  });

  it('leans on everybody’s for somebody new, and says how few own acts there are', () => {
    const act = judged(signIn({ ...laptop, actor: 'new@contoso.test' }));
    expect(act.standing).toMatchObject({ of: 0, atLeast: 0 });
    expect(act.standing.percentile).toBeGreaterThanOrEqual(0);
    expect(act.standing.percentile).toBeLessThan(1);
  });
});
