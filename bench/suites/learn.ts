// What was learned, held against what is so: groups against departments, ties against mail that was not shown, surprise
// against attacks, suspicion against a patient thief, seasons against the calendar, group ids against time, and what is
// learned of machines against beacons.

import * as associations from '../learn/associations.ts';
import * as groups from '../learn/groups.ts';
import * as lineage from '../learn/lineage.ts';
import * as network from '../learn/network.ts';
import * as poison from '../learn/poison.ts';
import * as seasons from '../learn/seasons.ts';
import * as surprise from '../learn/surprise.ts';
import { figuresOf } from '../suite.ts';
import type { Suite, SuitePart } from '../suite.ts';

const parts: readonly SuitePart[] = [groups, associations, surprise, poison, seasons, lineage, network];

export const learn: Suite = {
  id: 'learn',
  title: 'Peer groups, associations, surprise, poisoning, seasons, group ids, machines and their destinations',
  usual: { seeds: 20, people: 60, days: 45 },
  run: (options) => figuresOf(parts, options),
};
