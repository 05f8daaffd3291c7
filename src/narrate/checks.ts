// What to check next: questions a person answers by running a read-only, bounded statement in Neo4j Browser.

import type { Check } from '../model/incident.ts';
import { days } from '../model/time.ts';
import type { Facts } from './facts.ts';
import { list, name } from './words.ts';

/** Ids named in one statement at most. */
const MOST_IDS = 20;

/**
 * A Cypher string literal. Backslashes are doubled and quotes escaped; Cypher replaces \uXXXX even before it reads
 * strings, but not after an escaped backslash, so a literal `\u0027` in an id stays text. What cannot be seen is written
 * as an escape, so that the statement on the screen is the statement that runs.
 */
export function literal(text: string): string {
  const escaped = text
    .replace(/[\\']/g, (it) => `\\${it}`)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (it) => [...Array(it.length).keys()].map((at) => `\\u${hex(it.charCodeAt(at))}`).join(''));
  return `'${escaped}'`;
}

const hex = (unit: number): string => unit.toString(16).padStart(4, '0');
const literals = (texts: readonly string[]): string => `[${texts.slice(0, MOST_IDS).map(literal).join(', ')}]`;
const isDefined = <T>(it: T | undefined): it is T => it !== undefined;
const distinct = (texts: readonly (string | undefined)[]): readonly string[] => [...new Set(texts.filter(isDefined))];

/** The incident as a picture: whom and what it is about. Its findings, each tied to the others, would hide that. */
export const pictureOf = (incident: string): string =>
  `MATCH path = (:Incident {id: ${literal(incident)}})-[:INVOLVES]->()\nRETURN path\nLIMIT 300`;

/** What it is made of, as a table. */
const findingsOf = (incident: string): string =>
  `MATCH (:Incident {id: ${literal(incident)}})-[:HOLDS]->(f:Finding)\nOPTIONAL MATCH (f)-[:BECAUSE]->(e:Event)\nRETURN datetime({epochMillis: f.at}) AS at, f.severity AS severity, f.says AS says, collect(e.record)[..5] AS records\nORDER BY at\nLIMIT 300`;

export function checksOf(facts: Facts): readonly Check[] {
  const { telling, people, rareVisits, visits } = facts;
  const suspect = rareVisits.length > 0 ? rareVisits : visits;
  const addresses = distinct(suspect.map((visit) => visit.address));
  const rules = distinct(facts.rules.map((rule) => rule.rule));
  const mailboxes = distinct(facts.rules.map((rule) => rule.mailbox));
  const owners = distinct(facts.methodChanges.map((change) => change.target));
  const files = distinct(
    facts.deeds.flatMap((deed) => deed.events.map((event) => (event.kind === 'fileAccess' ? event.file : undefined))),
  );
  const since = facts.firstAt - days(1);
  const until = facts.lastAt + days(1);
  const who = list(
    people.map((person) => name(telling.nameOf(person))),
    3,
  );
  const inSpan = `e.at >= ${since} AND e.at <= ${until}`;

  const checks: (Check | undefined)[] = [
    {
      says: 'See the incident as a picture: whom and what it is about.',
      cypher: pictureOf(telling.cluster.id),
    },
    { says: 'Which findings make it up, and which records do they rest on?', cypher: findingsOf(telling.cluster.id) },
    addresses.length === 0 || people.length === 0
      ? undefined
      : {
          says: `What else did ${who} do from ${addresses.length === 1 ? 'this address' : 'these addresses'}?`,
          cypher: `MATCH (ip:IP)<-[:FROM]-(e:Event)-[:BY]->(who:User)\nWHERE ip.address IN ${literals(addresses)} AND who.id IN ${literals(people)}\nRETURN datetime({epochMillis: e.at}) AS at, ip.address AS address, e.kind AS kind, e.operation AS operation, e.outcome AS outcome, e.id AS event\nORDER BY at\nLIMIT 500`,
        },
    addresses.length === 0
      ? undefined
      : {
          says: `Who else came from ${addresses.length === 1 ? 'this address' : 'these addresses'}?`,
          cypher: `MATCH (ip:IP)<-[:FROM]-(e:Event)-[:BY]->(who:User)\nWHERE ip.address IN ${literals(addresses)} AND NOT who.id IN ${literals(people)}\nRETURN ip.address AS address, who.id AS who, count(e) AS events, datetime({epochMillis: min(e.at)}) AS first, datetime({epochMillis: max(e.at)}) AS last\nORDER BY events DESC, who\nLIMIT 50`,
        },
    mailboxes.length === 0
      ? undefined
      : {
          says: `Which rules work in ${mailboxes.length === 1 ? 'this mailbox' : 'these mailboxes'}, and who made them?`,
          cypher: `MATCH (box:Mailbox)<-[:WORKS_IN]-(rule:Rule)<-[:ON]-(e:Event)\nWHERE box.address IN ${literals(mailboxes)} AND e.kind = 'mailboxRule'\nRETURN box.address AS mailbox, rule.id AS rule, e.name AS name, e.change AS change, e.actor AS who, datetime({epochMillis: e.at}) AS at\nORDER BY at DESC\nLIMIT 100`,
        },
    rules.length === 0
      ? undefined
      : {
          says: 'Which senders and folders do the rules name?',
          cypher: `MATCH (rule:Rule)<-[:ON]-(e:Event)\nWHERE rule.id IN ${literals(rules)} AND e.kind = 'mailboxRule'\nRETURN rule.id AS rule, e.from AS senders, e.movesTo AS folder, e.forwardsTo AS forwards, datetime({epochMillis: e.at}) AS at\nORDER BY at\nLIMIT 50`,
        },
    owners.length === 0
      ? undefined
      : {
          says: `Every change of the second factor of ${list(
            owners.map((owner) => name(telling.nameOf(owner))),
            3,
          )}: is the present one the owner’s?`,
          cypher: `MATCH (who:User)<-[:BY|ON]-(e:Event)\nWHERE who.id IN ${literals(owners)} AND e.kind = 'methodChange'\nRETURN DISTINCT datetime({epochMillis: e.at}) AS at, e.actor AS by, e.change AS change, e.methods AS methods, e.before AS before, e.after AS after, e.address AS address\nORDER BY at DESC\nLIMIT 100`,
        },
    facts.lead === undefined
      ? undefined
      : {
          says: `Where does ${name(telling.nameOf(facts.lead))} usually come from?`,
          cypher: `MATCH (:User {id: ${literal(facts.lead)}})-[usual:SIGNS_IN_FROM]->(place:Country)\nRETURN place.code AS country, reduce(total = 0, n IN usual.counts | total + n) AS signIns, datetime({epochMillis: usual.lastAt}) AS last\nORDER BY signIns DESC\nLIMIT 30`,
        },
    people.length === 0
      ? undefined
      : {
          says: `Was mail of ${who} read between these days, from where, and is the record complete?`,
          cypher: `MATCH (who:User)<-[:BY]-(e:Event)\nWHERE who.id IN ${literals(people)} AND e.kind IN ['mailAccess', 'mailItem'] AND ${inSpan}\nRETURN datetime({epochMillis: e.at}) AS at, e.kind AS kind, coalesce(e.access, e.deed) AS what, e.mailbox AS mailbox, e.items AS items, e.throttled AS throttled, e.address AS address\nORDER BY at\nLIMIT 500`,
        },
    files.length === 0
      ? undefined
      : {
          says: 'Who else opened these files in the same days?',
          cypher: `MATCH (file:File)<-[:ON]-(e:Event)-[:BY]->(who:User)\nWHERE file.id IN ${literals(files)} AND ${inSpan}\nRETURN file.id AS file, who.id AS who, count(e) AS times, datetime({epochMillis: max(e.at)}) AS last\nORDER BY times DESC, who\nLIMIT 100`,
        },
  ];
  return checks.filter(isDefined);
}
