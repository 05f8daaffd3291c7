// What a detection is: one file, one question, no memory. The past is an argument.

import type { EventOf, Kind } from '../model/event.ts';
import type { Hit, Severity } from '../model/finding.ts';
import type { Stage } from '../model/incident.ts';
import type { Past } from './past.ts';

export interface Detection<K extends Kind = Kind> {
  /** Kebab-case, the file's name, and an id of the public list of detections. */
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  /** MITRE ATT&CK v18.1: tactic names (`initial-access`) and technique ids (`T1078.004`). */
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  /** The most it can be. */
  readonly severity: Severity;
  /** Kinds of event it is asked about. */
  readonly wakesOn: readonly K[];
  /** What stands in the way of false positives, and what it cannot see: shown to detection engineers. */
  readonly guards: string;
  readonly blindTo: string;
  /** A hit names the judged event in `because`; undefined is "nothing to say". */
  judge(event: EventOf<K>, past: Past): Hit | undefined;
}

/** Any detection, whatever kinds it is asked about; who calls it has looked at `wakesOn`. */
export interface AnyDetection extends Omit<Detection, 'judge'> {
  judge(event: never, past: Past): Hit | undefined;
}

export const detection = <K extends Kind>(it: Detection<K>): Detection<K> => it;
