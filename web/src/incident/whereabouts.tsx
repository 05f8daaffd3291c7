// Where findings are now, which are not all of one incident: those here by their numbers, the others by a link to where
// they went.

import { useEffect, useState } from 'react';
import { ask, useLink } from '../api/client.ts';
import { whereabouts } from '../api/documents.ts';
import type { Finding, WhereaboutsAnswer } from '../api/types.ts';
import { plural } from '../lib/format.ts';
import { cited, type WithNumber } from '../lib/numbers.ts';
import { Chip } from '../parts/lit.tsx';
import { Go, Quote } from '../parts/ui.tsx';

/** Asked for one by one: so many, and no more. */
const mostAsked = 20;

interface Props {
  readonly findings: readonly string[];
  /** The incident that is looked at. */
  readonly here: string;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly calm: boolean;
}

export function Whereabouts({ findings, here, known, calm }: Props) {
  const asked = findings.slice(0, mostAsked);
  const places = useWhereabouts(asked);
  if (places === undefined) return null;
  const holders = [...new Set(asked.map((id) => places.get(id)?.incidentId ?? null))];
  const rest = findings.length - asked.length;
  return (
    <span className="whereabouts">
      {holders.map((holder) => {
        const them = asked.filter((id) => (places.get(id)?.incidentId ?? null) === holder);
        return (
          <span key={holder}>
            <These ids={them} places={places} known={known} calm={calm} />{' '}
            {holder === null ? (
              'in no incident'
            ) : holder === here ? (
              'here'
            ) : (
              <>
                in <Go to={{ name: 'incident', id: holder, tab: 'overview', graph: 'picture' }}>{holder}</Go>
              </>
            )}
          </span>
        );
      })}
      {rest > 0 && <span className="under-inline">{plural(rest, 'more', 'more')} not looked up</span>}
    </span>
  );
}

type Places = ReadonlyMap<string, WhereaboutsAnswer['finding']>;

function These({
  ids,
  places,
  known,
  calm,
}: { readonly ids: readonly string[]; readonly places: Places } & Omit<Props, 'findings' | 'here'>) {
  const numbered = cited(ids, known);
  const strange = ids.filter((id) => !known.has(id));
  const [first] = strange;
  const title = first === undefined ? undefined : places.get(first)?.title;
  return (
    <>
      {numbered.map(({ id, number, says }) => (
        <Chip key={id} number={number} says={says} calm={calm} />
      ))}{' '}
      {strange.length === 1 && (title === undefined ? 'one that no longer stands' : <Quote text={title} most={60} />)}
      {strange.length > 1 && plural(strange.length, 'finding')}
    </>
  );
}

/** Asked again at every piece of news; the last answer stays meanwhile. */
function useWhereabouts(ids: readonly string[]): Places | undefined {
  const { tick } = useLink();
  const [places, setPlaces] = useState<Places>();
  const key = JSON.stringify(ids);
  useEffect(() => {
    let isOver = false;
    const asked = JSON.parse(key) as string[];
    Promise.all(asked.map(async (id) => [id, (await ask<WhereaboutsAnswer>(whereabouts, { id })).finding] as const)).then(
      (found) => isOver || setPlaces(new Map(found)),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [key, tick]);
  return places;
}
