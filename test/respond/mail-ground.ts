// Findings about mail, by what matters of them.

import type { About, Finding, Severity } from '../../src/model/finding.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { finding } from '../cypher/world.ts';

export const about = (label: EntityLabel, key: string): About => ({ label, key, role: 'mail' });

export const accusing = (detection: string, mail: readonly About[], severity: Severity = 'medium'): Finding =>
  finding(`${detection}:${mail.map(({ key }) => key).join('+')}`, { detection, severity, about: mail });
