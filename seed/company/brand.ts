// What a company calls itself, on paper, on the network and in Exchange.

import type { regions } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Industry } from './industry.ts';

export interface Brand {
  readonly name: string;
  readonly domain: string;
  /** Its host name in SharePoint and Exchange Online, without what every tenant's ends with. */
  readonly tenantName: string;
  /** First letters of the names of its machines. */
  readonly prefix: string;
}

export function createBrand(rng: Rng, industry: Industry, region: keyof typeof regions): Brand {
  // The company the pictures and the pages show.
  if (industry.id === 'port' && region === 'au') return named('Harbourline', 'example', 'HBL');

  const { first, second, apart } = industry.names;
  const name = `${rng.pick(first)}${apart ? ' ' : ''}${rng.pick(second)}`;
  return named(name, rng.chance(0.8) ? 'example' : 'test', lettersOf(name));
}

function named(name: string, topLevel: string, prefix: string): Brand {
  const domain = `${name.toLowerCase().replace(/[^a-z]/g, '')}.${topLevel}`;
  return { name, domain, tenantName: domain.replaceAll('.', ''), prefix };
}

/** First letter and the next two consonants, as many a naming rule has it. */
function lettersOf(name: string): string {
  const consonants = name.slice(1).replace(/[^b-df-hj-np-tv-z]/gi, '');
  return `${name.charAt(0)}${consonants.slice(0, 2)}`.toUpperCase();
}
